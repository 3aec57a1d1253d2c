/** Why: the methods are chosen by what they cost: the same guest and link by all four, side by side, with a name that opens each. */
import type { Message } from '../../lib/message';
import { sizeOf, timeOf } from '../../models/live-migration/amounts';
import { factsOf } from '../../models/live-migration/facts';
import { runMigration } from '../../models/live-migration/run';
import { KNOB_NAMES, setupOf } from '../../models/live-migration/setup';
import { downtimeUs } from '../../models/live-migration/story-closing';
import { METHODS, type Method, type MigrationState } from '../../models/live-migration/types';
import type { OverviewProps } from '../contract';

interface Cost {
  readonly down: Message;
  readonly total: Message;
  readonly sent: Message;
  readonly price: Message;
}

function costOf(method: Method, scenario: Readonly<Record<string, string>>): Cost {
  const trace = runMigration(method, setupOf(scenario));
  const { state } = trace.steps.at(-1)!;
  const { throttle, faults } = factsOf(trace);
  const cancelled = state.end === 'cancelled';
  const total = timeOf(state.us);
  const price = cancelled
    ? { key: 'price-cancelled' }
    : method === 'stop-copy'
      ? { key: 'price-stopped' }
      : method === 'post-copy'
        ? { key: 'price-faults', values: { n: Number(faults) } }
        : throttle === 0
          ? { key: 'price-nothing' }
          : { key: 'price-throttle', values: { n: Number(throttle) } };
  return {
    down: cancelled ? { key: 'overview-none' } : timeOf(downtimeUs(state)),
    total: cancelled ? { key: 'overview-never', values: { time: total } } : total,
    sent: sizeOf(state.sent),
    price,
  };
}

export function Overview({ t, scenario, onScenario }: OverviewProps<MigrationState>) {
  const settings = Object.fromEntries(
    KNOB_NAMES.map((name) => [name, t({ key: `option-${name}`, values: { n: Number(scenario[name]) } })]),
  );
  return (
    <table className="lm-overview">
      <caption>{t({ key: 'overview-caption', values: settings })}</caption>
      <thead>
        <tr>
          {['method', 'down', 'total', 'sent', 'price'].map((id) => (
            <th key={id} scope="col">
              {t(`overview-${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {METHODS.map((method) => {
          const cost = costOf(method, scenario);
          return (
            <tr key={method}>
              <th scope="row">
                <button
                  type="button"
                  {...(scenario['scene'] === method ? { 'aria-current': 'true' as const } : {})}
                  onClick={() => onScenario?.({ scene: method }, 'start')}
                >
                  {t(`scene-${method}`)}
                </button>
              </th>
              {(['down', 'total', 'sent', 'price'] as const).map((id) => (
                <td key={id} data-label={t(`overview-${id}`)}>
                  {t(cost[id])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
