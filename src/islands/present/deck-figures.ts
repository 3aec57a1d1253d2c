/** Why: a deck walks figures by itself, so it needs them whole before the first click: what they run, say and draw for a room. */
import type { ComponentType } from 'react';
import type { Figure, StageProps } from '../../figures/contract';
import { askedScenario, fetchFor, parseScenario, scenarioRef } from '../../figures/scenario';
import { translator, type Lang, type Messages, type Translate } from '../../lib/message';
import type { Trace } from '../../lib/trace';

const figures = import.meta.glob<{ figure: Figure }>('../../figures/*/figure.ts');
const words = import.meta.glob<{ messages: Messages }>('../../figures/*/messages.{en,zh-cn}.ts');
const stages = import.meta.glob<{ Stage: ComponentType<StageProps<unknown>> }>('../../figures/*/stage.tsx');
const sheets = import.meta.glob<string>('../../figures/*/stage.css', {
  eager: true,
  query: '?url',
  import: 'default',
});

export interface DeckFigure {
  readonly figure: Figure;
  readonly t: Translate;
  /** The picture for a room; a figure without one shows its picture for a page. */
  readonly Stage: ComponentType<StageProps<unknown>> | undefined;
}

/** Brings a stylesheet in, once; resolves when it stands, or when it will not come: then the picture is plainer. */
function addSheet(address: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

/**
 * Fetches figures, with all that the scenarios named need.
 * @param wanted figure id → scenarios as content spells them
 * @returns those that came; one that did not (offline, a new release) is left out
 */
export async function loadDeckFigures(
  wanted: ReadonlyMap<string, readonly string[]>,
  lang: Lang,
): Promise<ReadonlyMap<string, DeckFigure>> {
  const load = async ([id, refs]: [string, readonly string[]]): Promise<[string, DeckFigure][]> => {
    const folder = `../../figures/${id}`;
    try {
      const staged = stages[`${folder}/stage.tsx`];
      const sheet = sheets[`${folder}/stage.css`];
      const [own, said, stage] = await Promise.all([
        figures[`${folder}/figure.ts`]!(),
        words[`${folder}/messages.${lang}.ts`]!(),
        staged ? staged() : Promise.resolve(undefined),
        sheet ? addSheet(sheet) : Promise.resolve(),
      ]);
      const { figure } = own;
      await Promise.all(refs.map(async (ref) => fetchFor(figure, askedScenario(figure, ref))));
      const t = translator(said.messages, lang);
      return [[id, { figure, t, Stage: stage?.Stage }]];
    } catch {
      return [];
    }
  };
  return new Map((await Promise.all([...wanted].map(load))).flat());
}

/** A scenario run: its canonical spelling and its trace. What is not known is replaced by the nearest. */
export function runScenario(
  figure: Figure,
  ref: string,
): { readonly ref: string; readonly trace: Trace<unknown> } {
  const { scenario } = parseScenario(figure, ref);
  return { ref: scenarioRef(figure, scenario), trace: figure.run(scenario) };
}
