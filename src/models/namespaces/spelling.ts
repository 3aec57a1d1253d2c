/**
 * Why: what the learner calls is part of the scenario, so it has a spelling for URLs: calls joined by `,`, each
 * `caller-verb` with arguments behind further `-`, such as `40-unshare-user_pid,40-fork,100-sethostname-web`.
 */
import { nearest } from '../../lib/nearest';
import { NAMESPACE_KINDS, type NamespaceKind } from '../../lib/snapshots';
import { apply } from './apply';
import { taskOf } from './kernel';
import { FREE_START } from './scenes';
import { ANY, type Call, type Request } from './types';

/** Longest sequence. */
export const MAX_CALLS = 24;
const SUBNET = '10.0.0.';
const ROOT = '/srv/box';

type Read = (...words: (string | undefined)[]) => Request | undefined;

const number = (word: string | undefined, most: number) =>
  word !== undefined && /^[1-9]\d*$/.test(word) && Number(word) <= most ? Number(word) : undefined;
const name = (word: string | undefined) =>
  word !== undefined && /^[a-z][a-z0-9]{0,11}$/.test(word) ? word : undefined;
function kind(word: string | undefined): NamespaceKind | undefined {
  if (word === undefined) return undefined;
  return (
    NAMESPACE_KINDS.find((each) => each === word) ??
    (nearest(word, NAMESPACE_KINDS)[0] as NamespaceKind | undefined)
  );
}
/** Each once, in the order given. */
const kinds = (word: string | undefined): readonly NamespaceKind[] =>
  [...new Set((word ?? '').split('_').map(kind))].filter((each) => each !== undefined);
/** The request, if all of its words were understood. */
const given = <T>(value: T | undefined, make: (value: T) => Request): Request | undefined =>
  value === undefined ? undefined : make(value);
const some = (list: readonly NamespaceKind[], make: (list: readonly NamespaceKind[]) => Request) =>
  list.length === 0 ? undefined : make(list);

const PID = 999;
const READ: Readonly<Record<string, Read>> = {
  unshare: (list) => some(kinds(list), (found) => ({ kind: 'unshare', kinds: found })),
  clone: (list) => some(kinds(list), (found) => ({ kind: 'clone', kinds: found })),
  fork: () => ({ kind: 'fork' }),
  exit: () => ({ kind: 'exit' }),
  kill: (pid) => given(number(pid, PID), (found) => ({ kind: 'kill', number: found })),
  setns: (pid, of) =>
    given(number(pid, PID), (target) => {
      const known = kind(of);
      return known === undefined
        ? { kind: 'setns-all', target, kinds: NAMESPACE_KINDS }
        : { kind: 'setns', target, of: known };
    }),
  uidmap: (id) =>
    given(id === '0' ? 0 : number(id, 65535), (outside) => ({
      kind: 'map',
      which: 'uid',
      inside: 0,
      outside,
      count: 1,
    })),
  setresuid: (id) => given(id === '0' ? 0 : number(id, 65535), (uid) => ({ kind: 'setresuid', uid })),
  sethostname: (host) => given(name(host), (found) => ({ kind: 'sethostname', name: found })),
  proc: (where) => ({ kind: 'mount-proc', at: where === 'box' ? `${ROOT}/proc` : '/proc' }),
  bindmount: () => ({ kind: 'bind-mount', at: ROOT }),
  pivot: () => ({ kind: 'pivot', root: ROOT, old: `${ROOT}/old` }),
  umount: () => ({ kind: 'umount', at: '/old' }),
  veth: (pid) =>
    given(number(pid, PID), (target) => ({ kind: 'veth', name: `veth${target}`, peer: 'eth0', target })),
  bridge: () => ({ kind: 'bridge', name: 'br0' }),
  port: (link) => given(name(link), (found) => ({ kind: 'master', name: found, bridge: 'br0' })),
  addr: (link, host) =>
    given(name(link), (found) => ({
      kind: 'address',
      name: found,
      address: `${SUBNET}${number(host, 254) ?? 2}`,
    })),
  up: (link) => given(name(link), (found) => ({ kind: 'up', name: found })),
  bind: (port, host) =>
    given(number(port, 65535), (found) => {
      const at = number(host, 254);
      return { kind: 'bind', address: at === undefined ? ANY : `${SUBNET}${at}`, port: found };
    }),
  open: () => ({ kind: 'open', path: '/etc/shadow' }),
  creat: () => ({ kind: 'creat', path: '/tmp/note' }),
};
const VERBS = Object.keys(READ);

const lastPart = (address: string) => address.slice(address.lastIndexOf('.') + 1);

/** Undefined: a request that has no spelling. */
function words(request: Request): readonly (string | number)[] | undefined {
  switch (request.kind) {
    case 'unshare':
    case 'clone':
      return [request.kind, request.kinds.join('_')];
    case 'fork':
    case 'exit':
    case 'pivot':
    case 'umount':
    case 'bridge':
    case 'open':
    case 'creat':
      return [request.kind];
    case 'kill':
      return ['kill', request.number];
    case 'setns':
      return ['setns', request.target, request.of];
    case 'setns-all':
      return ['setns', request.target];
    case 'map':
      return request.which === 'uid' ? ['uidmap', request.outside] : undefined;
    case 'setresuid':
      return ['setresuid', request.uid];
    case 'sethostname':
      return ['sethostname', request.name];
    case 'mount-proc':
      return request.at === '/proc' ? ['proc'] : ['proc', 'box'];
    case 'bind-mount':
      return ['bindmount'];
    case 'veth':
      return ['veth', request.target ?? ''];
    case 'master':
      return ['port', request.name];
    case 'address':
      return ['addr', request.name, lastPart(request.address)];
    case 'up':
      return ['up', request.name];
    case 'bind':
      return ['bind', request.port, ...(request.address === ANY ? [] : [lastPart(request.address)])];
    case 'exec':
    case 'setgroups':
    case 'offset':
    case 'mkdir':
    case 'join':
    case 'move':
      return undefined;
  }
}

/** @throws Error for a request that URLs cannot say: no button offers one */
export function spellCall({ by, request }: Call): string {
  const said = words(request);
  if (said === undefined) throw new Error(`a call of kind "${request.kind}" has no spelling`);
  return [by, ...said].join('-');
}

export const spellCalls = (calls: readonly Call[]): string => calls.map(spellCall).join(',');

function readCall(text: string): Call | undefined {
  const [who, verb, ...rest] = text.split('-');
  const by = number(who, PID);
  if (by === undefined || verb === undefined) return undefined;
  const known = VERBS.includes(verb) ? verb : nearest(verb, VERBS)[0];
  const request = known === undefined ? undefined : READ[known]?.(...rest);
  return request && { by, request };
}

/**
 * Reads a spelling. Left out is what cannot be read, what a process calls that is not there at that time, the end of
 * the machine's process 1 (a kernel panic), and what comes after `MAX_CALLS`. Never throws.
 */
export function readCalls(text: string): readonly Call[] {
  const taken: Call[] = [];
  let kernel = FREE_START;
  for (const part of text.split(',')) {
    const call = readCall(part);
    if (call === undefined || taken.length === MAX_CALLS) continue;
    if (taskOf(kernel, call.by) === undefined || (call.by === 1 && call.request.kind === 'exit')) continue;
    taken.push(call);
    const answer = apply(kernel, call);
    if (answer.kind === 'done') ({ kernel } = answer);
  }
  return taken;
}

/** The nearest valid spelling; a valid one stays as it is. */
export const mendCalls = (text: string): string => spellCalls(readCalls(text));
