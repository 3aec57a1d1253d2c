/** Why: what a lesson's MDX may use without importing it; every page that renders a lesson gives it the same. */
import Figure from '../Figure.astro';
import Quiz from '../Quiz.astro';
import Step from '../Step.astro';
import Code from './Code.astro';
import Contested from './Contested.astro';
import ExamAnswers from './ExamAnswers.astro';
import ExamNote from './ExamNote.astro';
import Hide from './Hide.astro';
import Lesson from './Lesson.astro';
import Notes from './Notes.astro';
import Section from './Section.astro';
import Slide from './Slide.astro';
import Source from './Source.astro';
import Term from './Term.astro';
import Try from './Try.astro';
import Pre from './Pre.astro';
import Table from './Table.astro';
import Td from './Td.astro';
import Th from './Th.astro';

export const lessonComponents = {
  Figure,
  Step,
  Quiz,
  Section,
  Term,
  Source,
  ExamNote,
  Contested,
  Try,
  Lesson,
  ExamAnswers,
  Notes,
  Slide,
  Hide,
  code: Code,
  pre: Pre,
  table: Table,
  td: Td,
  th: Th,
};
