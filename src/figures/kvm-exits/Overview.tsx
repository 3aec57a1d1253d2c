/** Why: all scenes under both kinds of paging at a glance; each number is counted from the recordings and opens its scene. */
import type { OverviewProps } from '../contract';
import type { ExitState } from './state';
import { PAGINGS, SCENES, totalsOf, type Paging, type SceneId } from './recordings';

export function Overview({ t, scenario, onScenario }: OverviewProps<ExitState>) {
  const cell = (scene: SceneId, paging: Paging) => {
    const { exits, heavy, reasons } = totalsOf(scene, paging);
    const here = scenario['scene'] === scene && scenario['paging'] === paging;
    const words = Object.entries(reasons).map(([reason, count]) => `${reason} ${count}`);
    return (
      <td key={paging}>
        <button
          type="button"
          className={heavy > 0 ? 'own-host' : 'own-vmm'}
          {...(here ? { 'aria-current': 'true' as const } : {})}
          onClick={() => onScenario?.({ scene, paging }, 'start')}
        >
          <b>{t({ key: 'overview.exits', values: { count: exits } })}</b>{' '}
          <span>
            {words.length > 0 ? words.join(' · ') : t('overview.none')}
            {heavy > 0 && ` · ${t('overview.heavy')}`}
          </span>
        </button>
      </td>
    );
  };
  return (
    <table className="overview-table">
      <caption>{t('overview.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.scene')}</th>
          {PAGINGS.map((paging) => (
            <th key={paging} scope="col">
              {t(`paging.${paging}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCENES.map((scene) => (
          <tr key={scene}>
            <th scope="row">{t(`scene.${scene}`)}</th>
            {PAGINGS.map((paging) => cell(scene, paging))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
