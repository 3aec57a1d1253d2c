/** Why: from a load's windows to steps. The learner's own setting gives the sentences, the answers and the verdict. */
import type { Message } from '../../lib/message';
import type { Prediction, Step, Trace } from '../../lib/trace';
import { startedOf, type Choice } from '../../models/dom0-path/choice';
import { kneeOf, REMEDIES, remedyOf, runChoice, throughputOf } from '../../models/dom0-path/knee';
import { GUEST_MIB, slowdown, type Window } from '../../models/dom0-path/load';
import {
  backlogOf,
  latencyOf,
  needOf,
  tellingOf,
  toldWindows,
  verdictOf,
  type Telling,
} from '../../models/dom0-path/telling';
import { PROVENANCE } from '../../models/dom0-path/provenance';
import type { LoadState } from './state';

const tenth = (value: number) => Math.round(value * 10) / 10;

function valuesOf(choice: Choice, windows: readonly Window[], i: number): NonNullable<Message['values']> {
  const window = windows[i]!;
  return {
    ms: i + 1,
    delivered: window.deliveredHere,
    dropped: window.droppedHere,
    notified: window.notifiedHere,
    busy: Math.round(window.busy * 100),
    backlog: backlogOf(window),
    latency: Math.round(latencyOf(window, windows[i - 1])),
    started: startedOf(choice),
  };
}

/** How often the guests rang in a window. */
const bellsOf = (window: Window): 'each' | 'few' | 'never' =>
  window.notifiedHere === 0 ? 'never' : window.notifiedHere * 2 < window.deliveredHere ? 'few' : 'each';

/** How a run ends: rings that stay nearly empty, fill, or overflow. */
const fateOf = (windows: readonly Window[], telling: Telling): 'low' | 'fill' | 'lose' =>
  windows.at(-1)!.droppedHere > 0 ? 'lose' : telling === 'filling' ? 'fill' : 'low';

function ask(question: string, options: readonly string[], answer: string, values = {}): Prediction {
  return {
    question: { key: `ask.${question}`, values },
    options: options.map((id) => ({ id, label: { key: `ask.${question}.${id}`, values } })),
    answer,
  };
}

export function runLoadStory(choice: Choice): Trace<LoadState> {
  const windows = runChoice(choice);
  const knee = kneeOf(choice);
  const remedy = remedyOf(choice, knee);
  const verdict = verdictOf(choice, windows, knee);
  const tellings = windows.map((_, i) => tellingOf(choice, windows, i));
  const base = { kind: 'load' as const, choice, started: startedOf(choice), windows, knee, remedy, verdict };
  const setting = {
    guests: choice.guests,
    started: base.started,
    rate: choice.rate * 1000,
    offered: base.started * choice.rate * 1000,
    vcpus: choice.vcpus,
    memory: choice.memory,
    need: needOf(choice),
    slowdown: tenth(slowdown({ guests: base.started, memory: choice.memory })),
    delivered: Math.round(throughputOf(windows)),
    busy: Math.round(windows.at(-1)!.busy * 100),
    each: GUEST_MIB,
  };
  const direct = choice.nic === 'passthrough';
  const start: Step<LoadState> = {
    id: 'start',
    at: 0,
    unit: 'us',
    caption: { key: `load.start.${choice.nic}`, values: setting },
    focus: ['rings', 'dom0'],
    state: { ...base, shown: 0, over: false },
  };
  const told = toldWindows(tellings).map((i, n): Step<LoadState> => {
    const telling = tellings[i]!;
    const again = i > 0 && tellings[i - 1] === telling;
    const question =
      n === 0 && !direct
        ? ask('bells', ['each', 'few', 'never'], bellsOf(windows[0]!), {
            offered: base.started * choice.rate,
          })
        : n === 1
          ? ask('fate', ['low', 'fill', 'lose'], fateOf(windows, tellings.at(-1)!))
          : undefined;
    return {
      id: `ms-${i + 1}`,
      at: windows[i]!.at,
      unit: 'us',
      caption: { key: `load.${telling}${again ? '.again' : ''}`, values: valuesOf(choice, windows, i) },
      focus: direct ? ['rings', 'nic'] : ['rings', 'dom0'],
      ...(question ? { ask: question } : {}),
      state: { ...base, shown: i + 1, over: false },
    };
  });
  const end: Step<LoadState> = {
    id: 'end',
    at: windows.at(-1)!.at,
    unit: 'us',
    caption: { key: `verdict.${verdict}`, values: setting },
    focus: ['machine', 'knee'],
    ask: ask('remedy', REMEDIES, remedy),
    state: { ...base, shown: windows.length, over: true },
  };
  return { source: 'model', provenance: PROVENANCE, steps: [start, ...told, end] };
}
