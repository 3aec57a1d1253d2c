/**
 * Why: all that can happen to a figure's position is this one pure function, so that buttons, keys,
 * scrubber, URL, text links and the clock can never disagree.
 */

export const SPEEDS = [0.5, 1, 1.5, 2] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Timeline {
  /** Steps in the trace, at least 1. */
  readonly count: number;
  /** The step shown, 0 … count − 1. */
  readonly index: number;
  readonly playing: boolean;
  /** Starts again after the last step. */
  readonly loop: boolean;
  readonly speed: Speed;
  /** Stop before the steps that ask. */
  readonly predicting: boolean;
  /** Indexes of the steps that ask, ascending. */
  readonly asks: readonly number[];
  /** The step whose question is being asked now. */
  readonly pending: number | null;
  /** What was answered on the way into the step shown. */
  readonly verdict: { readonly chosen: string; readonly right: boolean } | null;
  /** How the step shown was reached; motion is drawn only forwards, history entries only for jumps. */
  readonly arrival: 'load' | 'step' | 'jump' | 'play';
}

export type TimelineAction =
  | { readonly kind: 'forward' | 'back' | 'first' | 'last' | 'toggle' | 'pause' | 'tick' }
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'speed'; readonly speed: Speed }
  | { readonly kind: 'predict'; readonly on: boolean }
  | { readonly kind: 'answer'; readonly chosen: string; readonly right: boolean }
  | {
      readonly kind: 'load';
      readonly count: number;
      readonly asks: readonly number[];
      readonly index: number;
      readonly playing?: boolean;
    };

/** A timeline at its first step, at rest. */
export function timelineOf(count: number, asks: readonly number[], index = 0): Timeline {
  return {
    count,
    index: clamp(index, count),
    playing: false,
    loop: false,
    speed: 1,
    predicting: false,
    asks,
    pending: null,
    verdict: null,
    arrival: 'load',
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.trunc(index) || 0));
}

/** The step shown changes; whatever belonged to the step before is dropped. */
function arrive(timeline: Timeline, index: number, arrival: Timeline['arrival']): Timeline {
  const to = clamp(index, timeline.count);
  return { ...timeline, index: to, pending: null, verdict: null, arrival };
}

/** One step on: stops at a question first, and at the end. */
function advance(timeline: Timeline, arrival: 'step' | 'play'): Timeline {
  const next = timeline.index + 1;
  if (next >= timeline.count) {
    if (timeline.loop && timeline.playing) return arrive(timeline, 0, 'jump');
    return { ...timeline, playing: false };
  }
  if (timeline.predicting && timeline.pending !== next && timeline.asks.includes(next)) {
    return { ...timeline, pending: next, verdict: null };
  }
  return arrive(timeline, next, arrival);
}

/** The only way in which a timeline changes. Pure. */
export function timelineReducer(timeline: Timeline, action: TimelineAction): Timeline {
  switch (action.kind) {
    case 'forward':
      return { ...advance({ ...timeline, playing: false }, 'step'), playing: false };
    case 'back':
      if (timeline.pending !== null) return { ...timeline, pending: null, playing: false };
      return { ...arrive(timeline, timeline.index - 1, 'step'), playing: false };
    case 'first':
      return { ...arrive(timeline, 0, 'jump'), playing: false };
    case 'last':
      return { ...arrive(timeline, timeline.count - 1, 'jump'), playing: false };
    case 'go':
      return { ...arrive(timeline, action.index, 'jump'), playing: false };
    case 'tick':
      if (!timeline.playing || timeline.pending !== null) return timeline;
      return advance(timeline, 'play');
    case 'toggle': {
      if (timeline.playing) return { ...timeline, playing: false };
      const atEnd = timeline.index === timeline.count - 1;
      return { ...(atEnd ? arrive(timeline, 0, 'jump') : timeline), playing: timeline.count > 1 };
    }
    case 'pause':
      return { ...timeline, playing: false };
    case 'speed':
      return { ...timeline, speed: action.speed };
    case 'predict':
      return { ...timeline, predicting: action.on, pending: null };
    case 'answer':
      if (timeline.pending === null) return timeline;
      return {
        ...arrive(timeline, timeline.pending, 'step'),
        verdict: { chosen: action.chosen, right: action.right },
      };
    case 'load':
      return {
        ...timelineOf(action.count, action.asks, action.index),
        speed: timeline.speed,
        predicting: timeline.predicting,
        loop: timeline.loop,
        playing: action.playing ?? false,
      };
  }
}
