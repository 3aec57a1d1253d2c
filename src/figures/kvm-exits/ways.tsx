/** Why: the ways that control takes in this step: down and up again, or, when nothing leaves the guest, along. */
import type { Translate } from '../../lib/message';
import type { Exit } from '../../models/kvm-exits/exits';
import type { Owner } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import { storyOf, valuesOf } from './captions';
import { PAGE, wayOf, zigzag } from './geometry';
import { routeOf, Says } from './lanes';
import type { ExitState, Phase } from './state';

export const ORDER: readonly Phase[] = ['exit', 'handle', 'user', 'entry'];
export const WAY_OWNER: Partial<Record<Phase, Owner>> = {
  exit: 'hw',
  handle: 'vmm',
  user: 'host',
  entry: 'kern',
  round: 'vmm',
};

/** The exit that is being told: its ways so far, and what each side does. */
export function Present({
  exit,
  state,
  uid,
  t,
}: {
  exit: Exit;
  state: ExitState;
  uid: string;
  t: Translate;
}) {
  const total = state.exits.length;
  const route = routeOf(exit, total, PAGE);
  const { phase } = state;
  const round = phase === 'round';
  const reached = phase === 'wait' ? 1 : ORDER.indexOf(phase);
  const parts = round
    ? (['round'] as const)
    : ORDER.slice(0, reached + 1).filter((p) => p !== 'user' || exit.heavy);
  const text = route.x + 16;
  const story = phase === 'wait' ? 'wait' : storyOf(exit);
  const values = valuesOf(exit, total);
  return (
    <g data-node="way">
      {parts.map((part) => (
        <Wire
          key={part}
          d={wayOf(route, part, PAGE)}
          owner={part === 'entry' && exit.ring === 3 ? 'user' : (WAY_OWNER[part] ?? 'hw')}
          uid={uid}
          kind={part === phase ? 'taken' : 'idle'}
          node={`way-${part}`}
        />
      ))}
      <text className="kx-door own-hw" x={route.x + 24} y={PAGE.depth.cpu + 6}>
        {t('picture.vmexit')}
      </text>
      {(round || phase === 'entry') && (
        <text className="kx-door own-hw" x={route.x + PAGE.span - 12} y={PAGE.depth.cpu + 6} textAnchor="end">
          {t('picture.vmrun')}
        </text>
      )}
      {(round || reached >= 1) && (
        <Says x={text} y={PAGE.bands.kvm.y + 54} text={t({ key: `did.${story}`, values })} owner="vmm" />
      )}
      {exit.heavy && reached >= 2 && (
        <Says
          x={text}
          y={PAGE.bands.vmm.y + 54}
          text={t({ key: `says.${exit.work.kind}`, values })}
          owner="host"
        />
      )}
    </g>
  );
}

/** What runs without an exit: control stays up; the way down that was not taken is dashed. */
export function Run({ state, from, uid, t }: { state: ExitState; from: number; uid: string; t: Translate }) {
  const to = from + PAGE.span;
  const { quiet } = state;
  if (!quiet) return null;
  const syscalls = state.lane === 'ring3';
  const notches = Math.min(quiet.times, 16);
  const ghost = from + PAGE.span / 2;
  return (
    <g>
      {syscalls ? (
        <Wire d={zigzag(from, to, 10, PAGE)} owner="user" uid={uid} kind="taken" node="way-run" />
      ) : (
        <>
          <Wire
            d={`M${from} ${PAGE.depth.ring0} H${to}`}
            owner="kern"
            uid={uid}
            kind="taken"
            node="way-run"
          />
          <path
            className="kx-notches own-kern"
            d={Array.from({ length: notches }, (_, i) => {
              const x = Math.round(from + ((i + 0.5) * PAGE.span) / notches);
              return `M${x} ${PAGE.depth.ring0 - 7} v14`;
            }).join(' ')}
          />
        </>
      )}
      <g data-node="no-exit">
        <Wire
          d={`M${ghost} ${PAGE.depth.ring0 + 10} V${PAGE.depth.kvm}`}
          owner="hw"
          uid={uid}
          kind="denied"
        />
        <path className="kx-cross own-hw" d={`M${ghost - 7} ${PAGE.depth.cpu - 7} l14 14 m0 -14 l-14 14`} />
        <text className="kx-door own-hw" x={ghost + 18} y={PAGE.depth.cpu + 6}>
          {t('picture.no-exit')}
        </text>
      </g>
    </g>
  );
}
