/** Why: the call of the step and the kernel's answer; below, the few answers that one process itself would get. */
import type { Translate } from '../../lib/message';
import type { NamespacesState } from '../../models/namespaces/state';
import { shownTo, visibleIn, type Snapshot } from '../../models/namespaces/snapshot';
import type { Frame } from '../contract';
import { answerOf, folded } from './CallBar';
import { MONO, type StageLayout } from './stage-layout';
import { viewerOf } from './viewer';

interface StageCallsProps {
  readonly frame: Frame<NamespacesState>;
  readonly layout: StageLayout;
  readonly uid: string;
  readonly t: Translate;
}

const TEXT_X = 28;

export function StageCalls({ frame, layout, uid, t }: StageCallsProps) {
  const { calls } = frame.step.state;
  const { width, bar, barLine } = layout;
  const letters = (answer: string) => Math.floor((width - TEXT_X - 14) / MONO) - answer.length - 2;
  return (
    <g data-node="call">
      <rect className="ns-bar" x={2} y={2} width={width - 4} height={bar - 4} rx={8} />
      {calls.length === 0 && (
        <text className="muted" x={TEXT_X} y={barLine - 2}>
          {t('picture.before')}
        </text>
      )}
      {calls.map((call, i) => {
        const y = (i + 1) * barLine - 2;
        const answer = answerOf(call);
        return (
          <g key={`${call.by} ${call.text}`}>
            {call.error !== undefined && (
              <rect x={8} y={y - 19} width={13} height={24} fill={`url(#${uid}-hazard)`} />
            )}
            <text className="ns-call mono" x={TEXT_X} y={y}>
              {folded(call.text, letters(answer))}
            </text>
            <text className="ns-answer mono" x={width - 12} y={y} textAnchor="end">
              {answer}
            </text>
          </g>
        );
      })}
    </g>
  );
}

type Seen = readonly (readonly [asked: string, told: string])[];

/** Host name, and the processes listed; the mounts in their place when a step changes those; a clock that is ahead. */
function seenBy(snapshot: Snapshot, before: Snapshot | undefined, pid: number, t: Translate): Seen {
  const process = snapshot.procs.find((each) => each.pid === pid);
  if (!process) return [];
  const { sees, mounts } = process;
  const past = before?.procs.find((each) => each.pid === pid)?.mounts?.map(({ at }) => at);
  const now = mounts?.map(({ at }) => at);
  const remounted = past && now && past.join() !== now.join();
  const shown = shownTo(snapshot, process);
  const numbers = shown === undefined ? undefined : visibleIn(snapshot, shown).map(({ number }) => number);
  return [
    ...(sees ? [['hostname', sees.host] as const] : []),
    remounted
      ? ['findmnt', now.join(' ')]
      : ['ps', numbers?.toSorted((a, b) => a - b).join(' ') ?? t('sees.no-proc')],
    ...(sees && sees.ahead !== 0
      ? [['uptime', t({ key: 'sees.ahead', values: { hours: sees.ahead / 3600 } })] as const]
      : []),
  ];
}

/** As many answers as one line holds; the last one is cut rather than left out if it is the second. */
function fitted(seen: Seen, letters: number): Seen {
  let room = letters;
  return seen.flatMap(([asked, told], i) => {
    const most = room - asked.length - 4;
    if (most < (i < 2 ? 4 : told.length)) return [];
    const cut = told.length <= most ? told : `${told.slice(0, most - 1)}…`;
    room -= asked.length + cut.length + 4;
    return [[asked, cut] as const];
  });
}

export function StageSees({ frame, layout, t }: StageCallsProps) {
  const { trace, index, step } = frame;
  const { snapshot } = step.state;
  const before = trace.steps[index - 1]?.state.snapshot;
  const viewer = viewerOf(frame);
  const process = snapshot.procs.find(({ pid }) => pid === viewer);
  const name = process?.comm ?? '';
  const seen = fitted(seenBy(snapshot, before, viewer, t), Math.floor(layout.width / MONO) - name.length - 4);
  const past = before && seenBy(before, undefined, viewer, t);
  if (layout.sees === undefined || !process) return null;
  return (
    <text className="ns-seen mono" x={TEXT_X} y={layout.sees}>
      {name}:
      {seen.map(([asked, told]) => {
        const old = past?.find(([what]) => what === asked)?.[1];
        return (
          <tspan key={asked}>
            <tspan className="muted" dx={30}>
              {asked}
            </tspan>
            <tspan className={old === undefined || old === told ? undefined : 'is-new'} dx={10}>
              {told}
            </tspan>
          </tspan>
        );
      })}
    </text>
  );
}
