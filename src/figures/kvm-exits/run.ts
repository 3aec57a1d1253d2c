/** Why: from a scene's exits to steps. Every exit can be walked; in long scenes one that repeats is one step. */
import type { Message } from '../../lib/message';
import { provenanceOf } from '../../lib/recorded';
import type { Prediction, Step, Trace } from '../../lib/trace';
import { countReasons, type Exit, type SceneExits, type Span } from '../../models/kvm-exits/exits';
import type { ScenarioValues } from '../contract';
import { askExit, askQuiet, endCaption, entryKey, storyOf, valuesOf } from './captions';
import { quietOf } from './quiet';
import { PAGINGS, RECORDINGS, SCENES, sceneExits, totalsOf, type Paging, type SceneId } from './recordings';
import type { ExitState, Lane, Phase } from './state';

/** From here on a repeated exit is told in one step. */
const LONG = 6;

interface Part {
  readonly id: string;
  readonly phase: Phase;
  readonly lane: Lane;
  readonly span: Span;
  readonly caption: Message;
  readonly exit?: Exit;
  readonly ask?: Prediction;
  readonly asleep?: number;
}

const guestLane = (exit: Exit): Lane => (exit.ring === 3 ? 'ring3' : 'ring0');

function partsOf(exit: Exit, total: number, fold: boolean, ask: Prediction | undefined): readonly Part[] {
  const values = valuesOf(exit, total);
  const story = storyOf(exit);
  const { spans } = exit;
  const part = (id: string, phase: Phase, lane: Lane, span: Span, key: string): Part => ({
    id: `${id}-${exit.n}`,
    phase,
    lane,
    span,
    exit,
    caption: { key, values },
  });
  if (fold)
    return [
      part('exit', 'round', guestLane(exit), [spans.exit[0], spans.entry[1]], `round.${exit.work.kind}`),
    ];
  const parts = [
    { ...part('exit', 'exit', 'cpu', spans.exit, `exit.${exit.work.kind}`), ...(ask ? { ask } : {}) },
    part('handle', 'handle', 'kvm', spans.handle, `handle.${story}`),
  ];
  if (exit.heavy) parts.push(part('user', 'user', 'vmm', spans.user, `user.${exit.work.kind}`));
  if (exit.waited > 0)
    parts.push({ ...part('wait', 'wait', 'kvm', spans.wait, 'wait'), asleep: exit.waited });
  parts.push(part('entry', 'entry', guestLane(exit), spans.entry, entryKey(exit)));
  return parts;
}

function partsOfScene(scene: SceneId, paging: Paging, recorded: SceneExits): readonly Part[] {
  const { exits } = recorded;
  const quiet = quietOf(scene, paging);
  const told = new Set<string>();
  const asked = new Set<string>();
  const parts: Part[] = [
    {
      id: 'start',
      phase: 'start',
      lane: 'ring0',
      span: recorded.opening,
      caption: { key: `start.${scene}` },
    },
  ];
  const run = (after: number) => {
    if (quiet?.after !== after) return;
    const next = exits[after]?.spans.exit[0] ?? recorded.closing[0];
    parts.push({
      id: 'run',
      phase: 'run',
      lane: scene === 'syscalls' ? 'ring3' : 'ring0',
      span: [next, next],
      caption: { key: `run.${scene}`, values: { times: quiet.times } },
      ask: askQuiet(quiet),
    });
  };
  run(0);
  for (const exit of exits) {
    const story = storyOf(exit);
    const kind = exit.work.kind === 'cr3' ? story : `${story} ${exit.rip}`;
    const fold = exits.length > LONG && told.has(kind);
    // Asked once for each kind of work: the second time it would be no prediction.
    const ask = asked.has(exit.work.kind) ? undefined : askExit(exit);
    told.add(kind);
    asked.add(exit.work.kind);
    parts.push(...partsOf(exit, exits.length, fold, ask));
    run(exit.n);
  }
  parts.push({
    id: 'end',
    phase: 'end',
    lane: 'ring0',
    span: recorded.closing,
    caption: endCaption(scene, paging),
  });
  return parts;
}

/** The values of a scenario. @throws Error when one is unknown: the player has mended URLs before. */
function readScenario(scenario: ScenarioValues): { readonly scene: SceneId; readonly paging: Paging } {
  const scene = SCENES.find((id) => id === scenario['scene']);
  const paging = PAGINGS.find((id) => id === scenario['paging']);
  if (!scene || !paging)
    throw new Error(`no recording of scene "${scenario['scene']}" with "${scenario['paging']}" paging`);
  return { scene, paging };
}

export function run(scenario: ScenarioValues): Trace<ExitState> {
  const { scene, paging } = readScenario(scenario);
  const recorded = sceneExits(scene, paging);
  const { exits, lines, program } = recorded;
  const totals = { nested: totalsOf(scene, 'nested'), shadow: totalsOf(scene, 'shadow') };
  const quiet = quietOf(scene, paging);
  let seen = 0;
  let asleep = 0;
  const steps = partsOfScene(scene, paging, recorded).map((part): Step<ExitState> => {
    seen = part.exit?.n ?? seen;
    asleep += part.asleep ?? 0;
    const so = exits.slice(0, seen);
    const heavy = so.filter((exit) => exit.heavy).length;
    const [from, to] = part.span;
    // A run leaves no line: it ends where the next line begins. The end is the marker's exit, not what follows it.
    const at = lines[part.phase === 'run' || part.phase === 'end' ? from : to - 1]?.at ?? 0;
    const isQuiet = part.phase === 'run';
    return {
      id: part.id,
      at,
      unit: 'instructions',
      caption: part.caption,
      focus: [part.lane, 'control', ...(isQuiet ? ['no-exit'] : []), ...(part.exit ? ['way'] : [])],
      ...(part.ask ? { ask: part.ask } : {}),
      state: {
        scene,
        paging,
        phase: part.phase,
        lane: part.lane,
        exit: part.exit,
        quiet: isQuiet ? quiet : undefined,
        exits,
        seen,
        program,
        rips: isQuiet ? (quiet?.rips ?? []) : part.exit ? [part.exit.rip] : [],
        lines,
        span: part.span,
        counts: countReasons(so),
        light: seen - heavy,
        heavy,
        instructions: at - asleep,
        asleep,
        totals,
      },
    };
  });
  return { source: 'recorded', provenance: provenanceOf(RECORDINGS[paging].provenance), steps };
}
