/** Why: the platforms model as a figure sees it: an event and some platforms in, their beats out. */
import type { Step, Trace } from '../../lib/trace';
import { captionOf, endCaption, leadOf } from './captions';
import { beatsOf, columnAt } from './lockstep';
import { PATHS } from './paths';
import { askMost, askOf } from './predictions';
import { PROVENANCE } from './provenance';
import type { ColumnState, PlatformsScenario, PlatformsState } from './types';

/** Each column's layer, and its counts once it has any. */
const focusOf = (columns: readonly ColumnState[]): string[] =>
  columns.filter(({ moved }) => moved).map(({ platform, hop }) => `${platform}-${hop.layer}`);

/**
 * The event on the chosen platforms in lockstep. Pure and total over the scenario type.
 * Step ids: `beat-1` … for each beat, `end` with the totals. `at` counts beats.
 */
export function runPlatforms({ event, platforms }: PlatformsScenario): Trace<PlatformsState> {
  const paths = PATHS[event];
  const beats = beatsOf(platforms.map((platform) => paths[platform]));
  const columnsAt = (beat: number) => platforms.map((platform) => columnAt(platform, paths[platform], beat));
  const steps = Array.from({ length: beats }, (_, i): Step<PlatformsState> => {
    const beat = i + 1;
    const columns = columnsAt(beat);
    const ask = beat === 1 ? undefined : askOf(leadOf(columns), event, beat);
    return {
      id: `beat-${beat}`,
      at: i,
      unit: 'steps',
      state: { event, beat, beats, phase: 'beat', columns },
      caption: captionOf(columns),
      focus: focusOf(columns),
      ...(ask && { ask }),
    };
  });
  const columns = columnsAt(beats + 1);
  const ask = askMost(columns, event);
  steps.push({
    id: 'end',
    at: beats,
    unit: 'steps',
    state: { event, beat: beats, beats, phase: 'end', columns },
    caption: endCaption(columns, event),
    focus: ['counts'],
    ...(ask && { ask }),
  });
  return { source: 'model', provenance: PROVENANCE, steps };
}
