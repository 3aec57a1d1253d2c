/**
 * Why: one caption for several columns. Two are told in full; of more, the caption says who crossed how, and
 * tells the odd one out in full. The models speak in keys; the figure has the words.
 */
import type { Message } from '../../lib/message';
import { nameOf, type ColumnState, type Crossing, type EventId } from './types';

/** The more of the machine changes hands, the more it is worth a word. */
const WEIGHT: Readonly<Record<Crossing, number>> = {
  switch: 9,
  exit: 8,
  trap: 8,
  hypercall: 7,
  device: 6,
  entry: 5,
  return: 5,
  ring: 4,
  call: 3,
  none: 1,
};

/** Columns that do the same in this beat, in the order of the columns. */
function groupsOf(columns: readonly ColumnState[]): ReadonlyMap<Crossing | 'done', readonly ColumnState[]> {
  const groups = new Map<Crossing | 'done', ColumnState[]>();
  for (const column of columns) {
    const kind = column.moved ? column.hop.crossing : 'done';
    groups.set(kind, [...(groups.get(kind) ?? []), column]);
  }
  return groups;
}

/** The column to tell: the odd one out; among equals, the one whose crossing weighs most; then the first. */
export function leadOf(columns: readonly ColumnState[]): ColumnState {
  const groups = groupsOf(columns);
  const moving = columns.filter(({ moved }) => moved);
  const peers = ({ hop }: ColumnState) => groups.get(hop.crossing)?.length ?? 0;
  const [lead] = moving.toSorted(
    (a, b) => peers(a) - peers(b) || WEIGHT[b.hop.crossing] - WEIGHT[a.hop.crossing],
  );
  if (!lead) throw new Error('a beat in which nothing moves has nothing to tell');
  return lead;
}

/** `a, b, c` as a message. */
const listOf = (items: readonly Message[], key: 'and' | 'then'): Message =>
  items.reduce((a, b) => ({ key, values: { a, b } }));

const tell = ({ platform, hop }: ColumnState): Message => ({
  key: 'of',
  values: { platform: nameOf(platform), says: { key: hop.says } },
});

/** What happened in one beat. */
export function captionOf(columns: readonly ColumnState[]): Message {
  const moving = columns.filter(({ moved }) => moved);
  const says = [...new Set(moving.map(({ hop }) => hop.says))];
  if (says.length === 1 && moving.length === columns.length) return { key: says[0]! };
  if (says.length === 2 && columns.every(({ past }) => past.length === 1))
    return { key: 'pair', values: { a: { key: says[0]! }, b: { key: says[1]! } } };
  if (columns.length <= 2) {
    const told = moving.map(tell);
    const done = columns.filter(({ moved }) => !moved).map(({ platform }) => nameOf(platform));
    const parts = done.length ? [...told, { key: 'is-done', values: { names: listOf(done, 'and') } }] : told;
    return parts.reduce((a, b) => ({ key: 'pair', values: { a, b } }));
  }
  const groups = [...groupsOf(columns)].map(([kind, members]) => ({
    key: `group-${kind}`,
    values: {
      names: listOf(
        members.map(({ platform }) => nameOf(platform)),
        'and',
      ),
    },
  }));
  return {
    key: 'many',
    values: { groups: listOf(groups, 'then'), lead: tell(leadOf(columns)) },
  };
}

/** The closing sentence: who crossed most and least, and what decides it. */
export function endCaption(columns: readonly ColumnState[], event: EventId): Message {
  const why = { key: `why-${event}` };
  const counts = columns.map((column) => column.counts.crossings);
  const having = (count: number) =>
    listOf(
      columns.filter((column) => column.counts.crossings === count).map(({ platform }) => nameOf(platform)),
      'and',
    );
  const [most, least] = [Math.max(...counts), Math.min(...counts)];
  if (most === least) return { key: 'end-same', values: { names: having(most), most, why } };
  return { key: 'end', values: { first: having(most), most, last: having(least), least, why } };
}
