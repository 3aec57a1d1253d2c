/**
 * Why: a lesson is a deck. Its opening and each of its sections become slides: the text as it stands, cut where a
 * slide ends, and after it the figure at the very steps that the text speaks of.
 */
import { beatsOf, type Beat } from '../../classroom/beats';
import type { SlideInfo } from '../../classroom/deck-state';
import { runScenario, type DeckFigure } from './deck-figures';
import { pour } from './split-text';

/** A step that a lesson's text names, or (without `at`) the figure that it shows. */
export interface NamedStep {
  /** Id of the section; `start` before the first. */
  readonly section: string;
  readonly figure: string;
  /** Canonical spelling of the scenario. */
  readonly ref: string;
  readonly at?: string;
}

export interface Note {
  readonly minutes: number;
  readonly ask: string | undefined;
  readonly html: string;
}

interface SlideHead extends SlideInfo {
  readonly section: string;
  /** The section's title; the lesson's name for the opening. */
  readonly title: string;
  readonly element: HTMLElement;
}
export type DeckSlide = SlideHead &
  (
    | { readonly kind: 'title' }
    | { readonly kind: 'quiz' }
    | { readonly kind: 'text'; readonly body: HTMLElement }
    | {
        readonly kind: 'figure';
        readonly id: string;
        readonly ref: string;
        /** Steps that the section names; without it the whole figure is walked. */
        readonly only: readonly string[] | undefined;
        readonly slot: HTMLElement;
      }
  );

export interface Deck {
  readonly slides: readonly DeckSlide[];
  /** What the teacher says, by section. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly sections: readonly string[];
}

/** Part of a page that overlaps the one before, so that the eye finds its place. */
const PAGE = 0.85;

const make = (className: string, ...children: (Node | string)[]) => {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
};

function slideElement(key: string, title: string, level: 'h1' | 'h2', ...content: Node[]): HTMLElement {
  const section = document.createElement('section');
  section.dataset['key'] = key;
  const heading = document.createElement(level);
  heading.textContent = title;
  section.append(heading, ...content);
  return section;
}

/** Stops of a figure's slide in a scenario; a figure that did not come has one. */
export function figureBeats(
  figure: DeckFigure | undefined,
  ref: string,
  only?: readonly string[],
): readonly Beat[] {
  if (!figure) return [{ index: 0, ask: false }];
  return beatsOf(runScenario(figure.figure, ref).trace, only);
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: Element[];
  note?: Note;
}

function sectionsIn(source: HTMLElement, title: string): Section[] {
  const sections: Section[] = [{ id: 'start', title, blocks: [] }];
  for (const child of [...source.children]) {
    const now = sections.at(-1)!;
    if (child.tagName === 'H2')
      sections.push({ id: child.id, title: child.textContent?.trim() ?? '', blocks: [] });
    else if (child.matches('aside.notes')) {
      const { minutes, ask } = (child as HTMLElement).dataset;
      now.note = { minutes: Number(minutes), ask, html: child.innerHTML };
    } else now.blocks.push(child);
  }
  return sections;
}

/** The points of a `<Slide only>`, in the large type of points. */
function pointsIn(block: Element): Element[] {
  for (const child of block.children) child.classList.add('slide-points');
  return [...block.children];
}

/** Steps of one section by figure and scenario, in the order in which the text comes to them. */
function walks(steps: readonly NamedStep[]): { id: string; ref: string; only: string[] }[] {
  const found: { id: string; ref: string; only: string[] }[] = [];
  for (const { figure, ref, at } of steps) {
    if (at === undefined) continue;
    let walk = found.find((each) => each.id === figure && each.ref === ref);
    if (!walk) found.push((walk = { id: figure, ref, only: [] }));
    if (!walk.only.includes(at)) walk.only.push(at);
  }
  return found;
}

interface DeckInput {
  /** The lesson's text as rendered; its nodes are moved into slides. */
  readonly source: HTMLElement;
  /** Where slides are laid out to be cut: not scaled, of the size of a 4:3 slide. */
  readonly bench: HTMLElement;
  readonly title: string;
  /** What the course calls the lesson: it stands over the slides of its opening. */
  readonly name: string;
  readonly lede: string;
  /** `Lesson 5 · Hypervisors`. */
  readonly place: string;
  readonly steps: readonly NamedStep[];
  readonly figures: ReadonlyMap<string, DeckFigure>;
  readonly quizTitle: string;
}

/** Cuts a lesson into slides. Needs a browser that has laid the page out. */
export function buildDeck({
  source,
  bench,
  title,
  name,
  lede,
  place,
  steps,
  figures,
  quizTitle,
}: DeckInput): Deck {
  const slides: DeckSlide[] = [];
  const sections = sectionsIn(source, name);
  const cover = slideElement('start/0', title, 'h1', make('slide-lede', lede), make('slide-place', place));
  cover.className = 'slide-title';
  slides.push({ kind: 'title', key: 'start/0', beats: 1, section: 'start', title, element: cover });

  for (const { id: section, title: heading, blocks } of sections) {
    let count = section === 'start' ? 1 : 0;
    let pictures = 0;
    const own = steps.filter((step) => step.section === section);
    const addText = (content: readonly Element[]) => {
      const made: HTMLElement[] = [];
      const open = () => {
        const body = make('slide-body');
        const element = slideElement(`${section}/${count + made.length}`, heading, 'h2', body);
        element.className = 'slide-text';
        bench.append(element);
        made.push(element);
        return body;
      };
      const bodies = pour(content, open);
      made.forEach((element, i) => {
        const body = bodies[i]!;
        const over = body.scrollHeight - body.clientHeight;
        const beats = over > 1 ? 1 + Math.ceil(over / (body.clientHeight * PAGE)) : 1;
        if (beats > 1) element.dataset['long'] = '';
        element.remove();
        const key = `${section}/${count++}`;
        slides.push({ kind: 'text', key, beats, section, title: heading, element, body });
      });
    };
    const addFigure = (id: string, ref: string, only?: readonly string[]) => {
      const key = `${section}/figure-${++pictures}`;
      const slot = make('slide-figure');
      const element = slideElement(key, heading, 'h2', slot);
      element.className = 'slide-with-figure';
      const beats = figureBeats(figures.get(id), ref, only).length;
      slides.push({ kind: 'figure', key, beats, section, title: heading, element, id, ref, only, slot });
    };

    let run: Element[] = [];
    const flush = () => {
      if (run.length > 0) addText(run);
      run = [];
    };
    const whole = own.find((step) => step.at === undefined);
    for (const block of blocks) {
      const data = (block as HTMLElement).dataset;
      if (data['slide'] === 'points') run.push(...pointsIn(block));
      else if (data['slide'] === 'own') {
        flush();
        addText(
          [...block.children].flatMap((child) => (child.matches('[data-slide]') ? pointsIn(child) : child)),
        );
      } else if (data['deckFigure'] !== undefined) {
        flush();
        addFigure(data['deckFigure'], data['ref'] ?? '');
      } else if (data['deckQuiz'] !== undefined) {
        flush();
        const element = slideElement('quiz/0', quizTitle, 'h2', make('slide-quiz'));
        element.className = 'slide-with-quiz';
        slides.push({ kind: 'quiz', key: 'quiz/0', beats: 1, section, title: quizTitle, element });
      } else run.push(block);
    }
    flush();
    for (const { id, ref, only } of walks(own))
      if (!(whole?.figure === id && whole.ref === ref)) addFigure(id, ref, only);
  }
  const notes = new Map(sections.flatMap(({ id, note }) => (note ? [[id, note] as const] : [])));
  return { slides, notes, sections: sections.map(({ id }) => id) };
}

/** Brings the page of a long text into view that belongs to a beat. */
export function turnPage(body: HTMLElement, beat: number): void {
  body.scrollTop = beat * body.clientHeight * PAGE;
}
