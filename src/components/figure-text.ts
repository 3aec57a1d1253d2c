/** Why: pages name figures and show their introductions; each figure brings its own words. */
import type { SpokenFigure } from '../figures/contract';
import { translator, type Lang, type Translate } from '../lib/message';

/** A figure's own translator. */
export const figureText = (figure: SpokenFigure, lang: Lang): Translate =>
  translator(figure.messages[lang], lang);
