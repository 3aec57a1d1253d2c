/** Why: from a ping's events to steps, and the questions that the recording itself answers. */
import type { Message } from '../../lib/message';
import { provenanceOf } from '../../lib/recorded';
import type { Prediction, Step, Trace } from '../../lib/trace';
import type { BeatId } from '../../models/dom0-path/beats';
import { countsOf } from '../../models/dom0-path/links';
import { numberIn } from '../../models/dom0-path/lines';
import { pingOf, RECORDING, type Ping, type PingId } from './recordings';
import type { PingState } from './state';

const at = ({ beats }: Ping, id: BeatId) => beats.findIndex((beat) => beat.id === id);

function ask(question: string, options: readonly string[], answer: string, values = {}): Prediction {
  return {
    question: { key: `ask.${question}`, values },
    options: options.map((id) => ({ id, label: { key: `ask.${question}.${id}`, values } })),
    answer,
  };
}

/** What may be asked before an event; every answer is looked up in the lines. */
function askOf(ping: Ping, id: BeatId): Prediction | undefined {
  const { links, lines, beats } = ping;
  switch (id) {
    case 'notify': {
      const [from, to] = beats[at(ping, 'notify')]!.span;
      const rings = lines.slice(from, to).some(({ text }) => text.includes('event_channel_op'));
      return ask('tell', ['poll', 'hypercall', 'xen-copies'], rings ? 'hypercall' : 'poll');
    }
    case 'copy': {
      const { copied, sent } = links;
      const answer = copied === sent ? 'all' : copied === 0 ? 'none' : 'head';
      return ask('bytes', ['none', 'head', 'all'], answer, { sent });
    }
    case 'bridge':
    case 'respond': {
      const answered = at(ping, 'respond') < at(ping, 'wire') ? 'at-once' : 'after-wire';
      // Asked at whichever of the two comes first: afterwards it is seen.
      const first = answered === 'at-once' ? 'respond' : 'bridge';
      return id === first ? ask('answered', ['at-once', 'after-wire', 'after-reply'], answered) : undefined;
    }
    case 'copy-back': {
      const own = links.rx.dom0Ref === links.rx.guestRef;
      return ask('reply', ['new-page', 'posted', 'xen'], own ? 'posted' : 'new-page', {
        len: links.copiedBack,
      });
    }
    default:
      return undefined;
  }
}

function valuesOf({ links, lines }: Ping): Readonly<Record<string, string | number>> {
  const irq = (source: string, pattern: RegExp) =>
    numberIn(
      lines.find((line) => line.source === source && pattern.test(line.text))!,
      'irq',
    );
  return {
    sent: links.sent,
    copied: links.copied,
    rest: links.sent - links.copied,
    back: links.copiedBack,
    ref: String(links.tx.guestRef),
    rxref: String(links.rx.guestRef),
    frame: links.frame,
    port: String(links.tx.guestPort),
    port0: String(links.tx.dom0Port),
    rxport: String(links.rx.guestPort),
    rxport0: String(links.rx.dom0Port),
    irq: String(irq('domu', /^notify_remote_via_irq/)),
    irq0: String(irq('dom0', /^irq_handler_entry: .*-tx$/)),
  };
}

/** Events whose sentence differs between a copied and a mapped packet. */
const DIFFERENT: readonly BeatId[] = ['notify', 'copy', 'respond', 'bridge', 'done'];

const placeOf = (id: BeatId): readonly string[] => {
  switch (id) {
    case 'send':
      return ['app', 'stack'];
    case 'grant':
      return ['netfront', 'page-tx'];
    case 'notify':
    case 'respond':
      return ['channel-tx'];
    case 'sleep':
    case 'switch':
    case 'switch-back':
      return ['cpu'];
    case 'upcall':
      return ['channel-tx', 'netback'];
    case 'poll':
      return ['netback'];
    case 'copy':
    case 'map':
    case 'unmap':
      return ['page-tx', 'netback'];
    case 'bridge':
      return ['vif', 'bridge'];
    case 'nic':
      return ['driver', 'nic'];
    case 'wire':
      return ['wire'];
    case 'irq':
      return ['nic', 'driver'];
    case 'zerocopy':
      return ['driver', 'netback'];
    case 'back':
      return ['bridge'];
    case 'queue':
      return ['vif', 'netback'];
    case 'copy-back':
      return ['netback', 'page-rx'];
    case 'notify-back':
      return ['channel-rx'];
    case 'complete':
      return ['netfront', 'page-tx'];
    case 'get':
      return ['netfront', 'page-rx'];
    case 'done':
      return ['stack', 'app'];
  }
};

export function runPing(scene: PingId): Trace<PingState> {
  const ping = pingOf(scene);
  const { lines, beats, links } = ping;
  const values = valuesOf(ping);
  const totals = countsOf(lines);
  const steps = beats.map(({ id, span }, i): Step<PingState> => {
    const last = lines[span[1] - 1]!;
    const question = askOf(ping, id);
    const switched = lines.slice(0, span[1]).findLast(({ text }) => text.startsWith('sched_switch:'));
    const caption: Message = {
      key: DIFFERENT.includes(id) ? `beat.${id}.${links.mapped ? 'map' : 'copy'}` : `beat.${id}`,
      values,
    };
    return {
      id,
      at: last.at,
      unit: 'instructions',
      caption,
      focus: placeOf(id),
      ...(question ? { ask: question } : {}),
      state: {
        kind: 'ping',
        scene,
        beat: id,
        past: beats.slice(0, i + 1).map((beat) => beat.id),
        lines,
        span,
        links,
        running: switched?.text.endsWith('d0v0') ? 'dom0' : 'domu',
        counts: countsOf(lines.slice(0, span[1])),
        totals,
        instructions: last.at,
      },
    };
  });
  return { source: 'recorded', provenance: provenanceOf(RECORDING.provenance), steps };
}
