/** Why: processes are what is limited: named tokens that stand in their group, and move to another when they are moved. */
import type { Translate } from '../../lib/message';
import { widthOf } from '../../lib/width';
import { isFrozen, works } from '../../models/cgroups/machine';
import type { CgroupsState } from '../../models/cgroups/run';
import { PROCESSES, type ProcessId } from '../../models/cgroups/types';
import { textLeft, type Layout } from './geometry';

const PAD = 9;
const GAP = 5;

/** Whether a process has work in this period; before the first one, whether it will begin at once. */
const hasWork = ({ setup, period }: CgroupsState, id: ProcessId) =>
  works(setup, id, Math.max(1, period.number));

/** What a process does now, in a word. */
function doing(state: CgroupsState, id: ProcessId, t: Translate): string {
  const { alive, load, group } = state.period.processes[id];
  if (!alive) return t('word-killed');
  const { number } = state.period;
  if (number > 0 && isFrozen(state.setup, group, number)) return t('word-frozen');
  return t(hasWork(state, id) ? `load-${load}` : 'load-idle');
}

interface Pill {
  readonly id: ProcessId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly name: string;
  readonly word: string;
}

/** All pills; alone in its group a process says what it does, several say their names. */
export function pillsOf(state: CgroupsState, layout: Layout, t: Translate): readonly Pill[] {
  const { processes } = state.period;
  const used = new Map<string, number>();
  return PROCESSES.map((id) => {
    const { group, count } = processes[id];
    const alone = PROCESSES.filter((other) => processes[other].group === group).length === 1;
    const name = count > 1 ? `${id} ×${count}` : id;
    const word = alone || !processes[id].alive ? doing(state, id, t) : '';
    const letters = widthOf(name) + (word ? widthOf(word) + 1 : 0);
    const width = Math.round(letters * layout.pills.letter + 2 * PAD);
    const x = used.get(group) ?? layout.pills.x ?? textLeft(layout, group);
    used.set(group, x + width + GAP);
    return { id, x, y: layout.rows[group] + layout.pills.dy, width, name, word };
  });
}

export function Pills({ state, layout, t }: { state: CgroupsState; layout: Layout; t: Translate }) {
  const { height } = layout.pills;
  return pillsOf(state, layout, t).map(({ id, x, y, width, name, word }) => {
    const { alive, load } = state.period.processes[id];
    const idle = load === 'idle' || !hasWork(state, id);
    return (
      <g
        key={id}
        className={`cg-pill own-user${alive ? '' : ' is-dead'}${idle ? ' is-idle' : ''}`}
        data-node={`process-${id}`}
        transform={`translate(${x} ${y})`}
      >
        <rect width={width} height={height} rx={height / 2} />
        <text x={PAD} y={height / 2 + 5}>
          <tspan className="cg-process">{name}</tspan>
          {word !== '' && <tspan className="cg-doing">{` ${word}`}</tspan>}
        </text>
      </g>
    );
  });
}
