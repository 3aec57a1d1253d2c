/** Why: processes are what is limited: named tokens that stand in their group, and move to another when they are moved. */
import type { Translate } from '../../lib/message';
import { widthOf } from '../../lib/width';
import { isFrozen, works } from '../../models/cgroups/loads';
import type { CgroupsState } from '../../models/cgroups/run';
import { GROUPS, PROCESSES, type ProcessId } from '../../models/cgroups/types';
import { textLeft, type Layout } from './geometry';

/** How much of a name is written, and the room before and after it. */
interface Dress {
  readonly letters: number | undefined;
  readonly pad: number;
}
const TIGHTEST: Dress = { letters: 2, pad: 5 };
/** The first that has room is taken. */
const DRESSES: readonly [Dress, ...Dress[]] = [
  { letters: undefined, pad: 8 },
  { letters: undefined, pad: 5 },
  TIGHTEST,
];
const GAP = 4;

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
  readonly pad: number;
}

/** All pills; alone in its group a process says what it does, several say their names, a crowd two letters each if need be. */
export function pillsOf(state: CgroupsState, layout: Layout, t: Translate): readonly Pill[] {
  const { processes } = state.period;
  const { letter, right, x: begin } = layout.pills;
  return GROUPS.flatMap((group) => {
    const members = PROCESSES.filter((id) => processes[id].group === group);
    const left = begin ?? textLeft(layout, group);
    const textOf = (id: ProcessId, letters?: number) => {
      const { count } = processes[id];
      const times = count > 1 ? `×${count}` : '';
      const name = letters === undefined ? `${id} ${times}`.trim() : id.slice(0, letters) + times;
      return { name, word: members.length === 1 ? doing(state, id, t) : '' };
    };
    const widthIn = ({ name, word }: { name: string; word: string }, pad: number) =>
      Math.round((widthOf(name) + (word ? widthOf(word) + 1 : 0)) * letter + 2 * pad);
    const fits = ({ letters, pad }: Dress) =>
      left + members.reduce((sum, id) => sum + widthIn(textOf(id, letters), pad) + GAP, -GAP) <= right;
    const { letters, pad } = members.length === 1 ? DRESSES[0] : (DRESSES.find(fits) ?? TIGHTEST);
    let x = left;
    return members.map((id) => {
      const text = textOf(id, letters);
      const pill = {
        id,
        x,
        y: layout.rows[group] + layout.pills.dy,
        width: widthIn(text, pad),
        pad,
        ...text,
      };
      x += pill.width + GAP;
      return pill;
    });
  });
}

export function Pills({ state, layout, t }: { state: CgroupsState; layout: Layout; t: Translate }) {
  const { height, base } = layout.pills;
  const inOrder = [...pillsOf(state, layout, t)].sort(
    (a, b) => PROCESSES.indexOf(a.id) - PROCESSES.indexOf(b.id),
  );
  return inOrder.map(({ id, x, y, width, name, word, pad }) => {
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
        <text x={pad} y={height / 2 + base}>
          <tspan className="cg-process">{name}</tspan>
          {word !== '' && <tspan className="cg-doing">{` ${word}`}</tspan>}
        </text>
      </g>
    );
  });
}
