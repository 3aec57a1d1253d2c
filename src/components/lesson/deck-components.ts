/** Why: a deck is made of the same text as the lesson; these parts of it are another thing on a slide. */
import { lessonComponents } from './components';
import DeckFigure from './DeckFigure.astro';
import DeckQuiz from './DeckQuiz.astro';
import DeckTerm from './DeckTerm.astro';
import Nothing from './Nothing.astro';

export const deckComponents = {
  ...lessonComponents,
  Figure: DeckFigure,
  Quiz: DeckQuiz,
  Source: Nothing,
  Term: DeckTerm,
};
