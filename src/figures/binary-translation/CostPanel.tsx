/** Why: the same instructions by four ways, in cycles of one machine, and how sure the numbers are. */
import { ownerClass, type Owner } from '../../marks/owner';
import { PARTS, type Part } from '../../models/binary-translation/costs';
import type { BtState } from '../../models/binary-translation/types';
import type { ViewProps } from '../contract';

const PART_OWNER: Readonly<Record<Part, Owner>> = { guest: 'kern', vmm: 'vmm', translate: 'data' };

type Piece = { readonly owner: Owner; readonly cycles: number };

/** Stacked parts; lengths are shares of `full` cycles. */
function Bar({ parts, full }: { readonly parts: readonly Piece[]; readonly full: number }) {
  const widths = parts.map(({ cycles }) => (cycles === 0 ? 0 : Math.max(0.7, (cycles / full) * 100)));
  return (
    <svg className="bt-costbar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bt-rest" width={100} height={10} />
      {parts.map(({ owner }, i) => (
        <rect
          key={owner}
          className={ownerClass(owner)}
          x={widths.slice(0, i).reduce((sum, width) => sum + width, 0)}
          width={widths[i]}
          height={10}
        />
      ))}
    </svg>
  );
}

export function CostPanel({ frame, t }: ViewProps<BtState>) {
  const { state, focus } = frame.step;
  const { cost } = state;
  const final = frame.trace.steps.at(-1)!.state.cost;
  const sum = ({ bt }: BtState['cost']) => bt.guest + bt.vmm + bt.translate;
  const full = Math.max(final.native, final.trap, final.vtx, sum(final), 1);
  const number = (value: number) => t({ key: 'number', values: { value: Math.round(value) } });
  const parts = PARTS.map((part) => ({ part, owner: PART_OWNER[part], cycles: cost.bt[part] }));
  const rows: readonly { readonly id: string; readonly total: number; readonly pieces: readonly Piece[] }[] =
    [
      { id: 'native', total: cost.native, pieces: [{ owner: 'hw', cycles: cost.native }] },
      { id: 'bt', total: sum(cost), pieces: parts },
      { id: 'trap', total: cost.trap, pieces: [{ owner: 'vmm', cycles: cost.trap }] },
      { id: 'vtx', total: cost.vtx, pieces: [{ owner: 'hw', cycles: cost.vtx }] },
    ];
  return (
    <div className={`bt-cost${focus.includes('cost') ? ' is-focus' : ''}`} data-node="cost">
      {rows.map(({ id, total, pieces }) => (
        <div key={id} className={id === 'bt' ? 'is-own' : undefined}>
          <p>
            <span>{t(`cost.${id}`)}</span> <b>{number(total)}</b>
          </p>
          <Bar parts={pieces} full={full} />
          {id === 'bt' && (
            <ul>
              {parts.map(({ part, owner, cycles }) => (
                <li key={part} className={ownerClass(owner)}>
                  {t(`cost.part-${part}`)} <b>{number(cycles)}</b>
                </li>
              ))}
            </ul>
          )}
          {id === 'trap' && state.trapWrong !== null && (
            <p className="bt-wrong">{t({ key: 'cost.wrong', values: { ins: state.trapWrong } })}</p>
          )}
        </div>
      ))}
      <p className="bt-source">{t('cost.source')}</p>
    </div>
  );
}
