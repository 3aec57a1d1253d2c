/** Why: a deck is made of the same text as the lesson; these parts of it are another thing on a slide. */
import { lessonComponents } from './components';
import DeckFigure from './DeckFigure.astro';
import DeckNothing from './DeckNothing.astro';
import DeckQuiz from './DeckQuiz.astro';
import DeckTerm from './DeckTerm.astro';

export const deckComponents = {
  ...lessonComponents,
  Figure: DeckFigure,
  Quiz: DeckQuiz,
  Source: DeckNothing,
  Term: DeckTerm,
};
