/** Why: all programs by all ways, and the published measurements behind them: where software wins, and where hardware does. */
import { PUBLISHED } from '../../models/binary-translation/costs';
import { factsOf } from '../../models/binary-translation/facts';
import { PROGRAMS } from '../../models/binary-translation/programs';
import { runBt } from '../../models/binary-translation/run';
import type { BtState } from '../../models/binary-translation/types';
import type { OverviewProps } from '../contract';

/** Of several amounts the least, for the mark. */
const least = (amounts: readonly number[]) => Math.min(...amounts);

export function Overview({ t, scenario, onScenario }: OverviewProps<BtState>) {
  const number = (value: number) => t({ key: 'number', values: { value: Math.round(value) } });
  const cell = (value: number, best: number, key: string) => (
    <td key={key} className={value === best ? 'is-best' : undefined}>
      {number(value)}
    </td>
  );
  return (
    <div className="bt-overview">
      <table className="bt-programs">
        <caption>{t('overview.programs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('control.program')}</th>
            {(['native', 'bt-warm', 'once', 'trap', 'vtx'] as const).map((id) => (
              <th key={id} scope="col">
                {t(`overview.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PROGRAMS.map((program) => {
            const facts = factsOf(runBt({ program, chaining: 'on', adaptive: 'on' }));
            const value = (name: string) => Number(facts[name]);
            const warm = value('bt') - value('btOnce');
            const right = facts['trapAndEmulateRight'] === true;
            const best = least([warm, value('vtx'), ...(right ? [value('trapAndEmulate')] : [])]);
            return (
              <tr key={program} aria-current={scenario['program'] === program ? 'true' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    onClick={() => onScenario?.({ program, chaining: 'on', adaptive: 'on' })}
                  >
                    {t(`program.${program}`)}
                  </button>
                </th>
                <td>{number(value('native'))}</td>
                {cell(warm, best, 'bt')}
                <td>{number(value('btOnce'))}</td>
                {right ? cell(value('trapAndEmulate'), best, 'trap') : <td>{t('overview.wrong')}</td>}
                {cell(value('vtx'), best, 'vtx')}
              </tr>
            );
          })}
        </tbody>
      </table>
      <table>
        <caption>{t('overview.published')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('overview.benchmark')}</th>
            <th scope="col">{t('overview.native')}</th>
            <th scope="col">{t('cost.bt')}</th>
            <th scope="col">{t('overview.vtx')}</th>
          </tr>
        </thead>
        <tbody>
          {PUBLISHED.map(({ id, native, bt, vtx, derived }) => (
            <tr key={id}>
              <th scope="row">
                <code>{t(`bench.${id}`)}</code>
              </th>
              {(['native', 'bt', 'vtx'] as const).map((way) => {
                const value = { native, bt, vtx }[way];
                const sure = derived[way];
                return (
                  <td
                    key={way}
                    className={way !== 'native' && value === least([bt, vtx]) ? 'is-best' : undefined}
                  >
                    {number(value)}
                    {sure && <small> {t(`sure.${sure}`)}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('overview.note')}</p>
    </div>
  );
}
