/**
 * Why: what every figure gives and what every place (lesson, figure page, deck, handout, tests) may
 * rely on. A figure is a folder `figures/<id>/` whose `figure.ts` exports `figure`; it is found by glob.
 */
import type { ComponentType } from 'react';
import type { Lang, Message, Messages, Translate } from '../lib/message';
import type { Step, Trace } from '../lib/trace';
import type { Part } from './part';

/** What the learner has chosen: one value for each control. */
export type ScenarioValues = Readonly<Record<string, string>>;

interface ControlHead {
  /** Key in the scenario; its values stand in URLs in the order of the controls. */
  readonly name: string;
  /** Message key of its visible name. */
  readonly label: string;
  /** The choices; of a `free` control ready ones, the first of them empty or small. */
  readonly options: readonly {
    /** Lower-case letters, digits and `-`; of a `free` control also `,` and `_`. */
    readonly value: string;
    readonly label: Message;
    /** Message key of the group in a `select`. */
    readonly group?: string;
  }[];
}

/**
 * One thing that the learner may change. `segments`: all choices in view (up to five short ones); `select`: a list,
 * grouped if options say so; `range`: ordered choices on a slider; `free`: composed in a panel or the picture of the
 * figure itself (by `onScenario`), so that the site draws no input for it.
 */
export type Control = ControlHead &
  (
    | { readonly kind: 'segments' | 'select' | 'range' }
    | {
        readonly kind: 'free';
        /** The nearest valid spelling of what a URL says; the value itself where it is valid. Never throws. */
        readonly mend: (value: string) => string;
      }
  );

/** One still of the story: everything a view may look at. */
export interface Frame<State> {
  readonly trace: Trace<State>;
  readonly index: number;
  readonly step: Step<State>;
  readonly scenario: ScenarioValues;
}

export interface ViewProps<State> {
  readonly frame: Frame<State>;
  readonly t: Translate;
  readonly lang: Lang;
  /** Unique on the page: prefix for SVG ids (patterns, markers). */
  readonly uid: string;
  /** Asks the player for another scenario (partial: the rest stays) and, if named, a step of it. Absent in print and in stills. */
  readonly onScenario?: (change: ScenarioValues, at?: string) => void;
  /** Asks the player for another step of this trace. Absent in print and in stills. */
  readonly onStep?: (index: number) => void;
}

/** Least height of a letter on a projector, in units of a stage: one unit is a pixel of a slide that is 768 high. */
export const STAGE_TYPE = 24;

/** What a picture is given on a slide, in units, by the shape of the slide. */
export const STAGE_ROOMS = {
  '4:3': { width: 976, height: 450 },
  '16:9': { width: 900, height: 684 },
} as const;
export type Shape = keyof typeof STAGE_ROOMS;

/**
 * The frame drawn for the back row: `figures/<id>/stage.tsx` exports `Stage`, found by glob and fetched by the deck
 * alone; `stage.css` beside it, if there is one. An `<svg>` whose viewBox is the room, laid out anew for it (wide and
 * low, or nearly square), with fewer words than `View` and no letter under `STAGE_TYPE`. It draws the same nodes.
 */
export interface StageProps<State> extends ViewProps<State> {
  readonly shape: Shape;
}

/** A side panel: beside the picture on a wide screen, a tab under it on a phone. */
export interface Panel<State> {
  readonly id: string;
  /** Message key. */
  readonly title: string;
  readonly side: 'left' | 'right';
  readonly View: ComponentType<ViewProps<State>>;
}

/** An overview has no frame: it is about all scenarios. */
export type OverviewProps<State> = Omit<ViewProps<State>, 'frame'> & { readonly scenario: ScenarioValues };

export interface Figure<State = unknown> {
  readonly id: string;
  /** Message key. */
  readonly title: string;
  /** Message keys of two short paragraphs: what to look at first, and what to try. */
  readonly intro: readonly [string, string];
  readonly controls: readonly Control[];
  /** Ready scenarios by id; the first is the default. Every control has a value in each. */
  readonly scenarios: Readonly<Record<string, ScenarioValues>>;
  /** What not every scenario needs: fetched before the first that does is mended and run. */
  readonly later?: {
    readonly part: Part<unknown>;
    /** Of a scenario as it was asked for: its values may still have to be mended. */
    readonly needs: (asked: ScenarioValues) => boolean;
  };
  /** Pure: the same scenario gives the same trace. */
  readonly run: (scenario: ScenarioValues) => Trace<State>;
  /** The picture: a pure function of the frame; an `<svg>` with an accessible name; no `style` attributes. */
  readonly View: ComponentType<ViewProps<State>>;
  readonly panels: readonly Panel<State>[];
  /** All scenarios at a glance (a matrix, a table of counts), shown in place of the picture on demand: `lazy`, fetched then. */
  readonly Overview?: ComponentType<OverviewProps<State>>;
  /** What a question may check with `verify.expect`: scalar results of a whole trace. */
  readonly facts: (trace: Trace<State>) => Readonly<Record<string, string | number | boolean>>;
}

/** A figure with its words: `figures/<id>/messages.en.ts` and `messages.zh-cn.ts`, each exporting `messages`. */
export interface SpokenFigure extends Figure {
  readonly messages: Readonly<Record<Lang, Messages>>;
}

/** Keeps the state type inside a figure's folder while the rest of the site handles all figures alike. */
export function defineFigure<State>(figure: Figure<State>): Figure {
  return figure as unknown as Figure;
}
