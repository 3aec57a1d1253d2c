/**
 * Why: scenario, trace and timeline change together or not at all. Everything that a player shows is
 * derived from this one state.
 */
import { useCallback, useReducer, useRef } from 'react';
import type { Figure, ScenarioValues } from '../../figures/contract';
import { stepIndex, type Trace } from '../../lib/trace';
import { askedScenario, fetchFor } from '../../figures/scenario';
import type { PlayerText } from '../../i18n/player';
import { timelineOf, timelineReducer, type Timeline, type TimelineAction } from '../../player/timeline';
import { findPlace, type Place } from './place';

/** Who asked for the present place; only what a reader did is written to the address bar. */
export type Origin = 'load' | 'history' | 'user' | 'clock';

export interface PlayerState {
  readonly scenario: ScenarioValues;
  readonly trace: Trace<unknown>;
  readonly timeline: Timeline;
  readonly notices: readonly string[];
  readonly origin: Origin;
}

type PlayerAction =
  | { readonly kind: 'timeline'; readonly action: TimelineAction; readonly origin: Origin }
  | { readonly kind: 'place'; readonly place: Place; readonly origin: Origin }
  | { readonly kind: 'notice'; readonly notice: string }
  | { readonly kind: 'loop' }
  | { readonly kind: 'dismiss' };

/** Indexes of the steps that ask. */
const asksOf = (trace: Trace<unknown>): number[] =>
  trace.steps.flatMap((step, i) => (step.ask && i > 0 ? [i] : []));

function reduce(state: PlayerState, action: PlayerAction): PlayerState {
  switch (action.kind) {
    case 'timeline':
      return {
        ...state,
        timeline: timelineReducer(state.timeline, action.action),
        notices: action.origin === 'user' ? [] : state.notices,
        origin: action.origin,
      };
    case 'place': {
      const { scenario, trace, index, notices } = action.place;
      const load = { kind: 'load', count: trace.steps.length, asks: asksOf(trace), index } as const;
      return {
        scenario,
        trace,
        notices,
        timeline: {
          ...timelineReducer(state.timeline, load),
          arrival: action.origin === 'user' ? 'jump' : 'load',
        },
        origin: action.origin,
      };
    }
    case 'loop':
      return { ...state, timeline: { ...state.timeline, loop: true, playing: true }, origin: 'clock' };
    case 'notice':
      return { ...state, notices: [action.notice] };
    case 'dismiss':
      return { ...state, notices: [] };
  }
}

/** The step of another trace that tells the same moment: the same id, or the instruction that it belongs to. */
function sameMoment(trace: Trace<unknown>, id: string): number {
  for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('-')))) {
    const index = stepIndex(trace, name);
    if (index >= 0) return index;
  }
  return 0;
}

export function usePlayer(figure: Figure, start: Place, text: PlayerText) {
  const [state, dispatch] = useReducer(reduce, start, ({ scenario, trace, index, notices }): PlayerState => ({
    scenario,
    trace,
    notices,
    timeline: timelineOf(trace.steps.length, asksOf(trace), index),
    origin: 'load',
  }));
  const act = useCallback(
    (action: TimelineAction, origin: Origin = 'user') => dispatch({ kind: 'timeline', action, origin }),
    [],
  );
  const last = useRef(0);
  /** Shows a place at once, or when all that its scenario needs has come, unless another was asked for since. */
  const show = useCallback(
    (asked: ScenarioValues, find: () => Place, origin: Origin) => {
      const mine = (last.current += 1);
      const put = () => {
        if (mine === last.current) dispatch({ kind: 'place', place: find(), origin });
      };
      const coming = fetchFor(figure, asked);
      if (coming) coming.then(put, () => dispatch({ kind: 'notice', notice: text.partFailed }));
      else put();
    },
    [figure, text],
  );
  const place = useCallback(
    (to: string, at: string, origin: Origin) =>
      show(askedScenario(figure, to), () => findPlace(figure, to, at, text), origin),
    [figure, text, show],
  );
  const loop = useCallback(() => dispatch({ kind: 'loop' }), []);
  const dismiss = useCallback(() => dispatch({ kind: 'dismiss' }), []);
  const { scenario, trace, timeline } = state;
  const change = useCallback(
    (values: ScenarioValues, at?: string) => {
      const next = { ...scenario, ...values };
      const find = () => {
        const to = figure.run(next);
        const current = trace.steps[timeline.index]?.id ?? '';
        return { scenario: next, trace: to, index: sameMoment(to, at ?? current), notices: [] };
      };
      show(next, find, 'user');
    },
    [figure, show, scenario, trace, timeline.index],
  );
  return { state, act, place, change, loop, dismiss };
}
