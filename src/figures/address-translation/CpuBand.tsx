/** Why: what the CPU itself holds: the registers from which walks begin, and the TLB that spares them. */
import { hex } from '../../models/address-translation/address';
import type { State } from '../../models/address-translation/types';
import { ownerClass } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { CPU_HEIGHT, VIEW } from './geometry';

const SIZE = ['', '4K', '2M', '1G'];
const TLB_X = 258;

export function CpuBand({
  frame,
  t,
  x,
  y,
}: Pick<ViewProps<State>, 'frame' | 't'> & { readonly x: number; readonly y: number }) {
  const { state, focus } = frame.step;
  const { tlb, tlbEvent } = state;
  const entries = tlb.slice(-2);
  const focused = (node: string) => (focus.includes(node) ? ' is-focus' : '');
  const rest = VIEW.width - 4;
  return (
    <g className={ownerClass('hw')}>
      <rect className="at-cpu" x={x} y={y} width={rest - x} height={CPU_HEIGHT} rx={8} />
      <text className="at-name" x={x + 12} y={y + 22}>
        {t('cpu')}
      </text>
      {state.scenario.technique !== 'native' && (
        <text
          className={`at-mode ${ownerClass(state.control === 'vmm' ? 'vmm' : 'kern')}`}
          x={TLB_X - 12}
          y={y + 22}
          textAnchor="end"
          data-node="vmm"
        >
          {t(`mode-${state.control}`)}
        </text>
      )}
      <g className={`at-register${focused('cr3')}`} data-node="cr3">
        <text className="at-mono" x={x + 12} y={y + 44}>
          {`CR3 ${hex(state.cr3)}`}
        </text>
      </g>
      {state.ncr3 !== null && (
        <text className="at-mono at-ncr3" x={x + 12} y={y + 62}>
          {`nCR3 ${hex(state.ncr3)}`}
        </text>
      )}
      <g className={`at-tlb at-tlb-${tlbEvent}${focused('tlb')}`} data-node="tlb">
        <rect x={TLB_X} y={y + 6} width={rest - TLB_X - 8} height={CPU_HEIGHT - 12} rx={5} />
        <text className="at-name" x={TLB_X + 10} y={y + 25}>
          TLB
        </text>
        <text className="at-note" x={rest - 18} y={y + 25} textAnchor="end">
          {tlbEvent === 'none' ? '' : t(`tlb-${tlbEvent}-note`)}
        </text>
        {entries.length === 0 && (
          <text className="at-note" x={TLB_X + 10} y={y + 47}>
            {t('tlb-empty')}
          </text>
        )}
        {entries.map((entry, i) => (
          <text
            key={entry.use}
            className={i === entries.length - 1 ? 'at-mono is-last' : 'at-mono'}
            x={TLB_X + 10}
            y={y + 44 + i * 17}
          >
            {`${entry.page} → ${entry.frame.toString(16)}`}
            <tspan className="at-note">{` ${SIZE[entry.leaf] ?? ''} ${t(`use-${entry.use}`)}`}</tspan>
          </text>
        ))}
      </g>
    </g>
  );
}
