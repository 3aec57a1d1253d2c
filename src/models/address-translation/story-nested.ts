/** Why: the two-dimensional walk in words: level by level of the guest, or each of its references. */
import { framesAt, hex, PAGE } from './address';
import { gpaOf } from './chains';
import type { Machine } from './machine';
import { frameOf, isLeaf } from './tables';
import { option, type Teller } from './teller';
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import type { Ref, Walk } from './walk';

/** Address of what an entry names: a table, or a page of the entry's size. */
export const given = (entry: number, level: number) =>
  hex((frameOf(entry) - (frameOf(entry) % framesAt(isLeaf(entry, level) ? level : 1))) * PAGE);

/** One reference of a nested walk, in words. */
function refMessage(ref: Ref): Message {
  const last = isLeaf(ref.entry, ref.level);
  const values = {
    n: ref.n,
    level: ref.level,
    index: String(ref.index),
    at: hex(ref.at),
    gpa: hex(ref.gpa),
    gives: given(ref.entry, ref.level),
    row: ref.row,
  };
  if (ref.table === 'guest') return { key: last ? 'ref-guest-leaf' : 'ref-guest', values };
  if (ref.row === 0) return { key: last ? 'ref-page-leaf' : 'ref-page', values };
  return { key: last ? 'ref-nested-leaf' : 'ref-nested', values };
}

/** After the guest's last entry: whatever references are left are the page's own. */
function askPage({ refs }: Walk): Prediction {
  const m = refs.filter((ref) => ref.row === 0).length;
  return {
    question: { key: 'ask-page' },
    options: [option('done'), option('m-more', { m }), option('exits-now')],
    answer: m > 0 ? 'm-more' : 'done',
  };
}

function tellNestedRow(
  { tell }: Teller,
  machine: Machine,
  walk: Walk,
  row: readonly Ref[],
  first: boolean,
): void {
  const { n: from } = row[0]!;
  const last = row.at(-1)!;
  const isPage = last.table === 'nested';
  const m = row.length - (isPage ? 0 : 1);
  const leaf = !isPage && isLeaf(last.entry, last.level);
  const ask: Prediction | undefined = first
    ? {
        question: { key: 'ask-cr3' },
        options: [option('at-once'), option('nested-first', { m }), option('exits-now')],
        answer: row[0]!.table === 'nested' ? 'nested-first' : 'at-once',
      }
    : isPage
      ? askPage(walk)
      : undefined;
  tell({
    id: isPage ? 'page' : `level-${last.row}`,
    key: isPage ? 'row-page' : first ? 'row-first' : leaf ? 'row-leaf' : 'row-next',
    values: {
      m,
      from,
      to: last.n,
      level: last.row,
      index: String(last.index),
      gpa: hex(isPage ? gpaOf(machine) : row[0]!.gpa),
      gives: given(last.entry, last.level),
      hpa: hex((walk.frame ?? 0) * PAGE + Number(machine.world.va.data & 4095n)),
    },
    focus: row.map((ref) => `ref-${ref.n}`),
    walk: walk.refs,
    told: [from - 1, last.n],
    references: machine.references + last.n,
    knows: isPage ? 'hpa' : leaf ? 'gpa' : 'nothing',
    ...(ask && { ask }),
  });
}

export function tellNested(teller: Teller, machine: Machine, walk: Walk, each: boolean): void {
  const { refs } = walk;
  if (!each) {
    [...new Set(refs.map((ref) => ref.row))].forEach((row, i) =>
      tellNestedRow(
        teller,
        machine,
        walk,
        refs.filter((ref) => ref.row === row),
        i === 0,
      ),
    );
    return;
  }
  const leafAt = refs.findIndex((ref) => ref.table === 'guest' && isLeaf(ref.entry, ref.level));
  refs.forEach((ref, i) => {
    const { key, values } = refMessage(ref);
    const ask: Prediction | undefined =
      i === 0
        ? {
            question: { key: 'ask-first' },
            options: [option('is-guest'), option('is-nested'), option('is-data')],
            answer: `is-${ref.table}`,
          }
        : i === leafAt + 1
          ? askPage(walk)
          : undefined;
    teller.tell({
      id: `ref-${ref.n}`,
      key,
      ...(values && { values }),
      focus: [`ref-${ref.n}`],
      walk: refs,
      told: [i, i + 1],
      references: machine.references + i + 1,
      knows: i === refs.length - 1 ? 'hpa' : i >= leafAt ? 'gpa' : 'nothing',
      ...(ask && { ask }),
    });
  });
}
