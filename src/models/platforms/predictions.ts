/** Why: “predict, then see”. Every answer is read off the ways and their counts; nothing is written by hand. */
import type { Prediction } from '../../lib/trace';
import { STACKS } from './stacks';
import { layerName, nameOf, type ColumnState, type Crossing, type EventId, type LayerId } from './types';

/** The most options that a question may have. */
const MOST = 5;

/** Where control goes next: every other layer of that platform's own stack. */
function askNext({ platform, from, hop }: ColumnState, event: EventId): Prediction {
  const others = STACKS[platform].layers.filter((layer) => layer !== from);
  return {
    question: {
      key: 'ask-next',
      values: {
        platform: nameOf(platform),
        event: { key: `event-${event}` },
        from: layerName(platform, from),
      },
    },
    options: others.map((layer) => ({ id: layer, label: layerName(platform, layer) })),
    answer: hop.layer,
  };
}

/** Whose driver drives the device: who was in control before the hardware. */
function askTouch({ platform, from }: ColumnState, event: EventId): Prediction {
  const options = STACKS[platform].layers.filter((layer) => layer !== 'hw' && layer !== 'guser');
  const all: readonly LayerId[] = platform === 'container' ? ['guser', ...options] : options;
  return {
    question: { key: `ask-touch-${event}`, values: { platform: nameOf(platform) } },
    options: all.map((layer) => ({ id: layer, label: layerName(platform, layer) })),
    answer: from,
  };
}

/** Which platform crossed most; not asked where two share the first place. */
export function askMost(columns: readonly ColumnState[], event: EventId): Prediction | undefined {
  const sorted = columns.toSorted((a, b) => b.counts.crossings - a.counts.crossings);
  const [first, second] = sorted;
  if (!first || !second || first.counts.crossings === second.counts.crossings) return undefined;
  const kept = sorted.slice(0, MOST).map(({ platform }) => platform);
  return {
    question: { key: 'ask-most', values: { event: { key: `event-${event}` } } },
    options: columns
      .filter(({ platform }) => kept.includes(platform))
      .map(({ platform }) => ({ id: platform, label: nameOf(platform) })),
    answer: first.platform,
  };
}

/** Ways to a place where somebody else works: the turning points of a story. */
const TURNS: readonly Crossing[] = ['exit', 'trap', 'hypercall', 'switch'];

/** The question before a beat, about the column that leads it, if the beat is a turning point. */
export function askOf(lead: ColumnState, event: EventId, beat: number): Prediction | undefined {
  const { hop, from, past } = lead;
  if (!lead.moved || hop.layer === from) return undefined;
  if (hop.layer === 'hw') return askTouch(lead, event);
  const fresh = past.slice(0, -1).every(({ layer }) => layer !== hop.layer);
  return beat === 2 || (fresh && TURNS.includes(hop.crossing)) ? askNext(lead, event) : undefined;
}
