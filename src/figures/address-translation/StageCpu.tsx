/** Why: the CPU for a room: the registers from which walks begin, the TLB that spares them, and what it all came to so far. */
import { hex } from '../../models/address-translation/address';
import type { State } from '../../models/address-translation/types';
import { ownerClass } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { registersOf, type StageLayout } from './stage-layout';

type Props = Pick<ViewProps<State>, 'frame' | 't'> & Pick<StageLayout, 'cpu' | 'side'>;

const SIZE = ['', '4K', '2M', '1G'];

/** Where the TLB stands in the CPU. */
function tlbBox({ cpu, side }: Props) {
  return side
    ? { x: cpu.x + 8, y: cpu.y + 106, width: cpu.width - 16, height: 152 }
    : { x: cpu.x + 244, y: cpu.y + 8, width: 358, height: cpu.height - 16 };
}

function Registers({ frame, cpu, side }: Props) {
  const { state, focus } = frame.step;
  const { cr3, ncr3, scenario } = state;
  const at = registersOf({ cpu, side });
  const shadow = scenario.technique === 'shadow';
  return (
    <>
      <text
        className={focus.includes('cr3') ? 'at-mono at-lit' : 'at-mono'}
        x={cpu.x + 14}
        y={shadow ? at.lower : at.upper}
        data-node="cr3"
      >
        {`CR3 ${hex(cr3)}`}
      </text>
      {ncr3 !== null && (
        <text className="at-mono" x={cpu.x + 14} y={at.lower}>
          {`nCR3 ${hex(ncr3)}`}
        </text>
      )}
    </>
  );
}

function Tlb(props: Props) {
  const { frame, t, side } = props;
  const { tlb, tlbEvent } = frame.step.state;
  const { x, y, width, height } = tlbBox(props);
  const entries = tlb.slice(-2);
  const focused = frame.step.focus.includes('tlb') ? ' is-focus' : '';
  return (
    <g className={`at-tlb at-tlb-${tlbEvent}${focused}`} data-node="tlb">
      <rect x={x} y={y} width={width} height={height} rx={6} />
      <text className="at-name" x={x + 12} y={y + 30}>
        TLB
      </text>
      <text className="at-note" x={x + width - 12} y={y + 30} textAnchor="end">
        {tlbEvent === 'none' ? (entries.length === 0 ? t('tlb-empty') : '') : t(`tlb-${tlbEvent}-note`)}
      </text>
      {entries.map(({ use, page, frame: to, leaf }, i) => {
        const place = `${to.toString(16)} ${SIZE[leaf] ?? ''}`;
        const last = i === entries.length - 1 && tlbEvent !== 'none' ? 'at-mono is-last' : 'at-mono';
        if (!side)
          return (
            <text key={use} className={last} x={x + 12} y={y + 70 + i * 36}>
              {`${page}→${place}`}
            </text>
          );
        return (
          <g key={use}>
            <text className={last} x={x + 12} y={y + 60 + i * 56}>
              {page}
            </text>
            <text className={last} x={x + width - 12} y={y + 86 + i * 56} textAnchor="end">
              {`→ ${place}`}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Counts({ frame, t, cpu, side }: Props) {
  const { step, trace, index } = frame;
  const { references, exits, hits } = step.state.counts;
  const before = trace.steps[index - 1]?.state.counts;
  const left = cpu.x + (side ? 14 : 614);
  const top = cpu.y + (side ? 352 : 40);
  const focused = step.focus.includes('counts');
  const rows = [
    ['totals-references', references, before?.references],
    ['totals-exits', exits, before?.exits],
    ['count-hits', hits, before?.hits],
  ] as const;
  return (
    <g className="at-sums" data-node="counts">
      {side && <path className="at-rule" d={`M${left} ${top - 30}H${cpu.x + cpu.width - 14}`} />}
      {rows.map(([key, now, was], i) => {
        const fresh = (was !== undefined && was !== now) || (focused && key !== 'count-hits');
        const y = top + i * 36;
        return (
          <g key={key}>
            <text x={left} y={y}>
              {t(key)}
            </text>
            <text
              className={fresh ? 'at-sum at-lit' : 'at-sum'}
              x={cpu.x + cpu.width - 14}
              y={y}
              textAnchor="end"
            >
              {t({ key: 'number', values: { count: now } })}
            </text>
          </g>
        );
      })}
    </g>
  );
}

export function StageCpu(props: Props) {
  const { frame, t, cpu, side } = props;
  const { scenario, control } = frame.step.state;
  return (
    <g className={ownerClass('hw')}>
      <rect className="at-cpu" x={cpu.x} y={cpu.y} width={cpu.width} height={cpu.height} rx={10} />
      <text className="at-name" x={cpu.x + 14} y={cpu.y + (side ? 34 : 40)}>
        {t('cpu')}
      </text>
      {scenario.technique !== 'native' && (
        <text
          className={`at-mode ${ownerClass(control === 'vmm' ? 'vmm' : 'kern')}${frame.step.focus.includes('vmm') ? ' at-lit' : ''}`}
          x={cpu.x + (side ? cpu.width - 10 : 234)}
          y={cpu.y + (side ? 34 : 40)}
          textAnchor="end"
          data-node="vmm"
        >
          {t(`mode-${control}`)}
        </text>
      )}
      <Registers {...props} />
      <Tlb {...props} />
      <Counts {...props} />
    </g>
  );
}
