/** Why: the whole law at a glance. References of one walk for every shape of tables, and what each operation costs under each technique; all counted by running the model. */
import { runTranslation, totalsOf } from '../../models/address-translation/run';
import {
  depthOf,
  OPERATIONS,
  SHAPE,
  SIZES,
  TECHNIQUES,
  type Scenario,
  type Size,
  type State,
} from '../../models/address-translation/types';
import type { OverviewProps } from '../contract';
import { RECORDED } from './recordings';

type Props = OverviewProps<State>;

/** References of a nested walk, read off its trace. */
const walkLength = (scenario: Scenario, guest: Size, host: Size): number =>
  runTranslation(
    { ...scenario, operation: 'walk', technique: 'nested', detail: 'grouped', guest, host },
    RECORDED,
  ).steps.at(-1)!.state.counts.perWalk;

function Sizes({ t, scenario, onScenario }: Props) {
  const values = scenario as unknown as Scenario;
  return (
    <table className="at-overview">
      <caption>{t('overview-sizes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview-guest')}</th>
          {SIZES.map((host) => (
            <th key={host} scope="col">
              {t(`size-${host}`)} <small>m = {depthOf(SHAPE[host])}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SIZES.map((guest) => (
          <tr key={guest}>
            <th scope="row">
              {t(`size-${guest}`)} <small>n = {depthOf(SHAPE[guest])}</small>
            </th>
            {SIZES.map((host) => {
              const here = values.guest === guest && values.host === host;
              return (
                <td key={host}>
                  <button
                    type="button"
                    {...(here && { 'aria-current': 'true' as const })}
                    onClick={() =>
                      onScenario?.({ operation: 'walk', technique: 'nested', guest, host }, 'start')
                    }
                  >
                    {walkLength(values, guest, host)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Operations({ t, scenario, onScenario }: Props) {
  const values = scenario as unknown as Scenario;
  return (
    <table className="at-overview">
      <caption>{t('overview-operations')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('control-operation')}</th>
          {TECHNIQUES.map((technique) => (
            <th key={technique} scope="col">
              {t(`technique-${technique}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {OPERATIONS.map((operation) => (
          <tr key={operation}>
            <th scope="row">{t(`operation-${operation}`)}</th>
            {TECHNIQUES.map((technique) => {
              const { references, exits } = totalsOf({ ...values, operation }, technique, RECORDED);
              const here = values.operation === operation && values.technique === technique;
              return (
                <td key={technique}>
                  <button
                    type="button"
                    {...(here && { 'aria-current': 'true' as const })}
                    onClick={() => onScenario?.({ operation, technique }, 'start')}
                  >
                    {t({ key: 'overview-cost', values: { references, exits } })}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Overview(props: Props) {
  return (
    <div className="at-overviews">
      <Sizes {...props} />
      <Operations {...props} />
    </div>
  );
}
