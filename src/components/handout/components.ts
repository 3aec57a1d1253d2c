/** Why: a handout is the lesson's own text; only what needs a screen is put in other words. */
import { lessonComponents } from '../lesson/components';
import Nothing from '../lesson/Nothing.astro';
import PaperFigure from './PaperFigure.astro';
import PaperSection from './PaperSection.astro';
import PaperStep from './PaperStep.astro';
import PaperTry from './PaperTry.astro';

export const handoutComponents = {
  ...lessonComponents,
  Figure: PaperFigure,
  Quiz: Nothing,
  Section: PaperSection,
  Step: PaperStep,
  Try: PaperTry,
};
