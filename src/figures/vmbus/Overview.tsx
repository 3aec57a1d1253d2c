/** Why: all scenes by both devices at a glance; each number is counted by the model and opens its scene. */
import { play } from '../../models/vmbus/run';
import { DEVICES, SCENES, type DeviceId, type SceneId, type VmbusState } from '../../models/vmbus/types';
import type { OverviewProps } from '../contract';

/** The scene about a name has nothing to count. */
const COUNTED = SCENES.filter((scene) => scene !== 'ring');

export function Overview({ t, scenario, onScenario }: OverviewProps<VmbusState>) {
  const children = scenario['children'] === '2' ? 2 : 1;
  const cell = (scene: SceneId, device: DeviceId) => {
    const { counts } = play({ scene, device, children });
    const here = scenario['scene'] === scene && scenario['device'] === device;
    const synthetic = device === 'synthetic';
    return (
      <td key={device}>
        <button
          type="button"
          className="own-vmm"
          {...(here ? { 'aria-current': 'true' as const } : {})}
          onClick={() => onScenario?.({ scene, device }, 'start')}
        >
          <b>
            {t({
              key: synthetic ? 'overview.signals' : 'overview.intercepts',
              values: { count: synthetic ? counts.signalsToRoot + counts.signalsToChild : counts.intercepts },
            })}
          </b>{' '}
          <span>
            {t({
              key: synthetic ? 'overview.messages' : 'overview.interrupts',
              values: {
                count: synthetic ? counts.messages : counts.hypercalls,
                copies: counts.copies,
              },
            })}
          </span>
        </button>
      </td>
    );
  };
  return (
    <table className="overview-table">
      <caption>{t({ key: 'overview.caption', values: { children } })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('control.scene')}</th>
          {DEVICES.map((device) => (
            <th key={device} scope="col">
              {t(`device.${device}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COUNTED.map((scene) => (
          <tr key={scene}>
            <th scope="row">{t(`scene.${scene}`)}</th>
            {DEVICES.map((device) => cell(scene, device))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
