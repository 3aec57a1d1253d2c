/**
 * Why: the knee in two directions at once: what reaches the wire for every number of vCPUs and every `dom0_mem`, with
 * the guests as they are set. Each cell is a run of the model and opens it.
 */
import { CHOICES, readChoice, spellChoice, startedOf, type Choice } from '../../models/dom0-path/choice';
import { throughputAt } from '../../models/dom0-path/knee';
import type { OverviewProps } from '../contract';
import type { PathState } from './state';

/** What counts as everything: a packet or two are always on their way. */
const ALL = 0.97;

export function Overview({ t, scenario, onScenario }: OverviewProps<PathState>) {
  const choice: Choice = { ...readChoice(scenario['load'] ?? ''), nic: 'split' };
  const offered = choice.guests * choice.rate * 1000;
  const open = scenario['scene'] === 'load';
  const cell = (vcpus: number, memory: number) => {
    const here: Choice = { ...choice, vcpus, memory };
    const reached = throughputAt(here);
    const started = startedOf(here);
    const now = open && choice.vcpus === vcpus && choice.memory === memory;
    const enough = reached >= offered * ALL;
    return (
      <td key={vcpus}>
        <button
          type="button"
          className={enough ? 'own-data is-all' : 'own-host'}
          {...(now ? { 'aria-current': 'true' as const } : {})}
          onClick={() => onScenario?.({ scene: 'load', load: spellChoice(here) }, 'end')}
        >
          <b>
            {t({ key: 'count.number', values: { value: Math.round(reached / 1000) } })} <i>k/s</i>
          </b>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect width={100} height={6} />
            <rect
              className="is-reached"
              width={Math.min(100, Math.round((reached / offered) * 100))}
              height={6}
            />
          </svg>
          <span>
            {started < choice.guests
              ? t({ key: 'overview.started', values: { started, guests: choice.guests } })
              : t(enough ? 'overview.all' : 'overview.some')}
          </span>
        </button>
      </td>
    );
  };
  return (
    <div className="dp-overview">
      <table>
        <caption>
          {t({ key: 'overview.caption', values: { guests: choice.guests, rate: choice.rate * 1000 } })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('setting.memory')}</th>
            {CHOICES.vcpus.map((vcpus) => (
              <th key={vcpus} scope="col">
                {t({ key: 'overview.vcpus', values: { vcpus } })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CHOICES.memory.map((memory) => (
            <tr key={memory}>
              <th scope="row">{t({ key: 'setting.memory.value', values: { value: memory } })}</th>
              {CHOICES.vcpus.map((vcpus) => cell(vcpus, memory))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
