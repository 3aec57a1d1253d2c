/** Why: on paper a step is a picture, drawn whole on the server; a strip and a question to point at draw it alike. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { figures } from '../../content/figures';
import type { SpokenFigure } from '../../figures/contract';
import { parseScenario, scenarioRef } from '../../figures/scenario';
import type { Lang, Translate } from '../../lib/message';
import { stepIndex, type Trace } from '../../lib/trace';
import { figureText } from '../figure-text';

/** `half`: two stand side by side; `side`: its caption stands beside it, three on a page; `full`: two on a page. */
export type Room = 'half' | 'side' | 'full';

export interface Picture {
  readonly figure: SpokenFigure;
  /** Full spelling of the scenario. */
  readonly ref: string;
  readonly trace: Trace<unknown>;
  readonly index: number;
  readonly html: string;
  readonly room: Room;
  readonly t: Translate;
}

/** A drawing up to this wide, in its own units, and not as flat as this can be read on half a page. */
const HALF = { width: 720, flat: 1.65 };
/** Width to height: a drawing as flat as this leaves room for its caption at its side. */
const FLAT = 1.55;

/** The room for a drawing, by its widest layout. */
function roomFor(html: string): Room {
  const sizes = [...html.matchAll(/viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/g)].map(
    ([, width, height]) => ({ width: Number(width), height: Number(height) }),
  );
  const { width, height } = sizes.reduce((a, b) => (b.width > a.width ? b : a));
  const flat = width / height;
  if (width <= HALF.width && flat < HALF.flat) return 'half';
  return flat >= FLAT ? 'side' : 'full';
}

/**
 * @param at step id
 * @param uid unique on the page
 * @throws Error when there is no such figure or step
 */
export function pictureOf(id: string, spelling: string, at: string, lang: Lang, uid: string): Picture {
  const figure = figures[id];
  if (!figure) throw new Error(`no figure "${id}"`);
  const { scenario } = parseScenario(figure, spelling);
  const trace = figure.run(scenario);
  const index = stepIndex(trace, at);
  const step = trace.steps[index];
  if (!step) throw new Error(`figure "${id}" has no step "${at}" in "${spelling}"`);
  const t = figureText(figure, lang);
  const frame = { trace, index, step, scenario };
  const html = renderToStaticMarkup(createElement(figure.View, { frame, t, lang, uid }));
  const ref = scenarioRef(figure, scenario);
  return { figure, ref, trace, index, html, room: roomFor(html), t };
}

/** The learner's choices in words: `Program: Interrupts off and on`. What no ready option names is left out. */
export const choicesOf = ({ figure, ref, t }: Picture): string[] => {
  const { scenario } = parseScenario(figure, ref);
  return figure.controls.flatMap(({ name, label, options }) => {
    const option = options.find(({ value }) => value !== '' && value === scenario[name]);
    return option ? [`${t(label)}: ${t(option.label)}`] : [];
  });
};
