/**
 * Why: what the learner sets is part of the scenario, so it has a spelling for URLs: edits joined by `,`, each
 * `group_knob_value`, `process_in_group` or `process_load_name`; later ones win. A move that the kernel refuses is
 * kept in the spelling and told, as a shell would.
 */
import { nearest } from '../../lib/nearest';
import { childrenOf } from './tree';
import {
  DEFAULTS,
  GROUPS,
  LOADS,
  PROCESSES,
  VALUES,
  type GroupId,
  type KnobName,
  type Knobs,
  type Load,
  type ProcessId,
  type Setup,
} from './types';

export type Edit =
  | { readonly kind: 'set'; readonly group: GroupId; readonly knob: KnobName; readonly value: number | 'max' }
  | { readonly kind: 'move'; readonly process: ProcessId; readonly group: GroupId }
  | { readonly kind: 'load'; readonly process: ProcessId; readonly load: Load };

/** Errno with its reason, as the kernel gives it. */
export interface Refusal {
  readonly edit: Edit;
  readonly errno: 'EBUSY' | 'ENOENT';
}

const KNOBS = Object.keys(VALUES) as KnobName[];
const SUBJECTS = [...PROCESSES, ...GROUPS] as const;

function choose<T extends string>(word: string | undefined, list: readonly T[]): T | undefined {
  if (word === undefined) return undefined;
  return list.find((each) => each === word) ?? (nearest(word, list)[0] as T | undefined);
}

function readEdit(text: string): Edit | undefined {
  const [word, verb, object] = text.split('_');
  const subject = choose(word, SUBJECTS);
  const process = PROCESSES.find((each) => each === subject);
  if (process !== undefined && verb === 'in') {
    const group = choose(object, GROUPS);
    return group && { kind: 'move', process, group };
  }
  if (process !== undefined && verb === 'load') {
    const load = choose(object, LOADS);
    return load && { kind: 'load', process, load };
  }
  const group = GROUPS.find((each) => each === subject);
  const knob = choose(verb, KNOBS);
  if (group === undefined || knob === undefined || object === undefined) return undefined;
  const values = VALUES[knob];
  const value =
    values.find((each) => String(each) === object) ??
    values.find((each) => String(each) === nearest(object, values.map(String))[0]);
  return value === undefined ? undefined : { kind: 'set', group, knob, value };
}

export function spellEdit(edit: Edit): string {
  switch (edit.kind) {
    case 'set':
      return `${edit.group}_${edit.knob}_${edit.value}`;
    case 'move':
      return `${edit.process}_in_${edit.group}`;
    case 'load':
      return `${edit.process}_load_${edit.load}`;
  }
}

/** Reads a spelling; what cannot be read is left out. Never throws. */
export const readEdits = (text: string): readonly Edit[] =>
  text.split(',').flatMap((part) => (part === '' ? [] : (readEdit(part) ?? [])));

/** Refused whatever else is set: see `applyEdits`. */
function refusalOf(edit: Edit): Refusal['errno'] | undefined {
  if (edit.kind === 'set' && edit.group === 'root') return 'ENOENT';
  if (edit.kind === 'move' && edit.group !== 'root' && childrenOf(edit.group).length > 0) return 'EBUSY';
  return undefined;
}

/** The spelling of edits; one that a later edit of the same thing overrules is dropped, but a refused one overrules none. */
export function spellEdits(edits: readonly Edit[]): string {
  const last = new Map<string, Edit>();
  for (const edit of edits) {
    const words = spellEdit(edit).split('_');
    const key = (refusalOf(edit) ? words : words.slice(0, 2)).join('_');
    last.delete(key);
    last.set(key, edit);
  }
  return [...last.values()].map(spellEdit).join(',');
}

/** The nearest valid spelling; a valid one stays as it is. */
export const mendEdits = (text: string): string => spellEdits(readEdits(text));

/**
 * Applies edits to a setup.
 * @returns the setup with what the kernel takes, and what it refuses: writing a PID into `cgroup.procs` of a group
 * whose children have controllers (EBUSY, the "no internal processes" rule of v2; the root is exempt), and a file
 * that the root does not have (open(2) says ENOENT; a shell's `>` asks to create it and is told EACCES)
 */
export function applyEdits(
  base: Setup,
  edits: readonly Edit[],
): { readonly setup: Setup; readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const setup = edits.reduce<Setup>((before, edit) => {
    const errno = refusalOf(edit);
    if (errno) {
      refused.push({ edit, errno });
      return before;
    }
    switch (edit.kind) {
      case 'set': {
        const knobs = { ...before.knobs[edit.group], [edit.knob]: edit.value };
        return { ...before, knobs: { ...before.knobs, [edit.group]: knobs } };
      }
      case 'move':
        return withProcess(before, edit.process, { group: edit.group });
      case 'load':
        return withProcess(before, edit.process, { load: edit.load });
    }
  }, base);
  return { setup, refused };
}

function withProcess(setup: Setup, id: ProcessId, change: Partial<Setup['processes'][ProcessId]>): Setup {
  return { ...setup, processes: { ...setup.processes, [id]: { ...setup.processes[id], ...change } } };
}

/** A setup in which nothing is limited, with what differs from it. */
export function setupOf(
  processes: Setup['processes'],
  knobs: Partial<Record<GroupId, Partial<Knobs>>> = {},
  shifts: Setup['shifts'] = {},
): Setup {
  const all = Object.fromEntries(GROUPS.map((group) => [group, { ...DEFAULTS, ...knobs[group] }]));
  return { knobs: all as unknown as Setup['knobs'], processes, shifts };
}
