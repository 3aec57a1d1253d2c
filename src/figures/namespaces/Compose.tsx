/**
 * Why: the learner makes the calls. One press is one call and one step; pressed at an earlier step, the story goes on
 * from there.
 */
import { useState } from 'react';
import { NAMESPACE_KINDS } from '../../lib/snapshots';
import { MAX_CALLS, readCalls, spellCalls, spellCall } from '../../models/namespaces/spelling';
import type { NamespacesState } from '../../models/namespaces/state';
import type { Call, Request } from '../../models/namespaces/types';
import type { ViewProps } from '../contract';
import { COLUMNS } from './letters';
import { READY } from './ready';

type Props = ViewProps<NamespacesState>;
type Offer = readonly [label: string, request: Request];

const ROOT = '/srv/box';

/** The calls that a press makes, in groups; `target` is the other process. */
function offersOf(
  by: number,
  target: number,
  links: readonly string[],
): readonly (readonly [group: string, offers: readonly Offer[]])[] {
  return [
    ['unshare', COLUMNS.map((kind) => [kind, { kind: 'unshare', kinds: [kind] }])],
    [
      'process',
      [
        ['fork', { kind: 'fork' }],
        ['exit', { kind: 'exit' }],
        ['kill 1', { kind: 'kill', number: 1 }],
        [`kill ${target}`, { kind: 'kill', number: target }],
      ],
    ],
    [
      'join',
      [
        ...COLUMNS.map((kind): Offer => [kind, { kind: 'setns', target, of: kind }]),
        ['--all', { kind: 'setns-all', target, kinds: NAMESPACE_KINDS }],
      ],
    ],
    [
      'identity',
      [
        ['uid_map 0 1000 1', { kind: 'map', which: 'uid', inside: 0, outside: 1000, count: 1 }],
        ['uid_map 0 0 1', { kind: 'map', which: 'uid', inside: 0, outside: 0, count: 1 }],
        ['sethostname web', { kind: 'sethostname', name: 'web' }],
        ['open /etc/shadow', { kind: 'open', path: '/etc/shadow' }],
        ['creat /tmp/note', { kind: 'creat', path: '/tmp/note' }],
      ],
    ],
    [
      'mounts',
      [
        ['proc → /proc', { kind: 'mount-proc', at: '/proc' }],
        ['bind', { kind: 'bind-mount', at: ROOT }],
        ['proc → /srv/box', { kind: 'mount-proc', at: `${ROOT}/proc` }],
        ['pivot_root', { kind: 'pivot', root: ROOT, old: `${ROOT}/old` }],
        ['umount /old', { kind: 'umount', at: '/old' }],
      ],
    ],
    [
      'network',
      [
        [`veth → ${target}`, { kind: 'veth', name: `veth${target}`, peer: 'eth0', target }],
        ['bridge', { kind: 'bridge', name: 'br0' }],
        ...links
          .filter((name) => name.startsWith('veth'))
          .map((name): Offer => [`${name} → br0`, { kind: 'master', name, bridge: 'br0' }]),
        ...links.map((name): Offer => [`${name} up`, { kind: 'up', name }]),
        ...links
          .filter((name) => name === 'br0' || name === 'eth0')
          .map((name): Offer => {
            const address = `10.0.0.${name === 'br0' ? 1 : (by % 100) + 2}`;
            return [`${name} ${address}`, { kind: 'address', name, address }];
          }),
        ['bind :80', { kind: 'bind', address: '0.0.0.0', port: 80 }],
        ['bind :8080', { kind: 'bind', address: '0.0.0.0', port: 8080 }],
      ],
    ],
  ];
}

export function Compose({ frame, t, uid, onScenario }: Props) {
  const { scenario, index, step } = frame;
  const { snapshot, viewer } = step.state;
  const [chosen, setChosen] = useState<number>();
  const [other, setOther] = useState<number>();
  const pids = snapshot.procs.map(({ pid }) => pid);
  const by = chosen !== undefined && pids.includes(chosen) ? chosen : viewer;
  const others = pids.filter((pid) => pid !== by);
  const target = other !== undefined && others.includes(other) ? other : (others.at(-1) ?? by);
  // The step before the first call is number 0, so a step's number is how many calls led to it.
  const so = readCalls(scenario['calls'] ?? '').slice(0, index);
  const net = snapshot.procs.find(({ pid }) => pid === by)?.ns.net;
  const links = snapshot.nets?.find((each) => each.net === net)?.links.map(({ name }) => name) ?? [];
  const full = so.length >= MAX_CALLS;
  const issue = (calls: readonly Call[]) =>
    onScenario?.({ calls: spellCalls(calls) }, calls.length === 0 ? 'start' : `call-${calls.length}`);
  const choose = (id: string, value: number, list: readonly number[], set: (pid: number) => void) => (
    <label className="ns-chooser">
      <span>{t(`compose.${id}`)}</span>
      <select id={`${uid}-${id}`} value={value} onChange={(event) => set(Number(event.target.value))}>
        {list.map((pid) => (
          <option key={pid} value={pid}>
            {`${snapshot.procs.find((process) => process.pid === pid)?.comm} ${pid}`}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="ns-compose">
      <div className="ns-who-calls">
        {choose('by', by, pids, setChosen)}
        {choose('target', target, others, setOther)}
      </div>
      {full && <p className="ns-absent">{t({ key: 'compose.full', values: { count: MAX_CALLS } })}</p>}
      <div className="ns-groups">
        {offersOf(by, target, links).map(([group, offers]) => (
          <div key={group} role="group" aria-label={t(`compose.${group}`)}>
            <p className="ns-head">{t(`compose.${group}`)}</p>
            <div className="ns-offers">
              {offers
                .filter(([, request]) => by !== 1 || request.kind !== 'exit')
                .map(([label, request]) => (
                  <button
                    key={spellCall({ by, request })}
                    type="button"
                    disabled={full}
                    onClick={() => issue([...so, { by, request }])}
                  >
                    <code>{label}</code>
                  </button>
                ))}
            </div>
          </div>
        ))}
      </div>
      <div className="ns-offers">
        <button type="button" disabled={so.length === 0} onClick={() => issue(so.slice(0, -1))}>
          {t('compose.undo')}
        </button>
        <button type="button" disabled={so.length === 0} onClick={() => issue([])}>
          {t('compose.clear')}
        </button>
        {(['rootless', 'refused'] as const).map((id) => (
          <button key={id} type="button" onClick={() => onScenario?.({ calls: READY[id] }, 'call-1')}>
            {t(`ready.${id}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
