/** Why: the names of both versions side by side, since which kernel, and the flag of Docker; a row with a scene opens it. */
import type { CgroupsState } from '../../models/cgroups/run';
import type { OverviewProps } from '../contract';
import { CONTROLLERS, type Version } from './controllers';

export function Overview({ t, scenario, onScenario }: OverviewProps<CgroupsState>) {
  const version = (id: 'v1' | 'v2', { since, files }: Version) => (
    <td data-label={t(`overview-${id}`)}>
      <code>{files}</code> {since !== undefined && <small>{since}</small>}
    </td>
  );
  return (
    <div className="cg-overview">
      <table>
        <caption>{t('overview-caption')}</caption>
        <thead>
          <tr>
            {['what', 'v2', 'v1', 'docker'].map((id) => (
              <th key={id} scope="col">
                {t(`overview-${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CONTROLLERS.map(({ id, v1, v2, docker, scene }) => (
            <tr key={id}>
              <th scope="row">
                {scene === undefined ? (
                  t(`controller-${id}`)
                ) : (
                  <button
                    type="button"
                    {...(scenario['scene'] === scene ? { 'aria-current': 'true' as const } : {})}
                    onClick={() => onScenario?.({ scene, edits: '' }, 'start')}
                  >
                    {t(`controller-${id}`)}
                  </button>
                )}
              </th>
              {version('v2', v2)}
              {version('v1', v1)}
              <td data-label="Docker">{docker !== undefined && <code>{docker}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('overview-tree')}</p>
      <p>{t('overview-certainty')}</p>
    </div>
  );
}
