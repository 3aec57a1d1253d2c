/** Why: a question that points into a figure fetches that figure, its words and its style, and no other; the network may fail. */
import { startTransition, useEffect, useState } from 'react';
import type { Figure, Frame } from '../../figures/contract';
import { askedScenario, fetchFor, parseScenario } from '../../figures/scenario';
import { translator, type Lang, type Messages, type Translate } from '../../lib/message';
import { stepIndex } from '../../lib/trace';
import type { QuizQuestion } from './quiz-question';

const figures = import.meta.glob<{ figure: Figure }>('../../figures/*/figure.ts');
const words = import.meta.glob<{ messages: Messages }>('../../figures/*/messages.{en,zh-cn}.ts');
const sheets = import.meta.glob<string>(['../../figures/*/*.css', '!../../figures/*/overview.css'], {
  eager: true,
  query: '?url',
  import: 'default',
});

export interface Picture {
  readonly View: Figure['View'];
  readonly frame: Frame<unknown>;
  readonly t: Translate;
  /** Address of the figure's own style, if it has one. */
  readonly sheet: string | undefined;
}
export type LoadingPicture =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly picture: Picture };

type Place = NonNullable<QuizQuestion['place']>;

/** @throws Error when figure or step are not there, or did not arrive. */
export async function loadPicture({ figure: id, ref, at }: Place, lang: Lang): Promise<Picture> {
  const folder = `../../figures/${id}`;
  const [loadFigure, loadWords] = [figures[`${folder}/figure.ts`], words[`${folder}/messages.${lang}.ts`]];
  if (!loadFigure || !loadWords) throw new Error(`no figure "${id}" in ${lang}`);
  const [{ figure }, { messages }] = await Promise.all([loadFigure(), loadWords()]);
  await fetchFor(figure, askedScenario(figure, ref));
  const { scenario } = parseScenario(figure, ref);
  const trace = figure.run(scenario);
  const index = stepIndex(trace, at);
  const step = trace.steps[index];
  if (!step) throw new Error(`figure "${id}" (${ref}) has no step "${at}"`);
  const frame = { trace, index, step, scenario };
  return { View: figure.View, frame, t: translator(messages, lang), sheet: sheets[`${folder}/${id}.css`] };
}

/** @param wanted false until the picture is about to be seen */
export function usePicture({ figure, ref, at }: Place, lang: Lang, wanted: boolean): LoadingPicture {
  const [loading, setLoading] = useState<LoadingPicture>({ kind: 'loading' });
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    loadPicture({ figure, ref, at }, lang).then(
      // A transition waits for the figure's style, so that nothing is drawn, or measured, without it.
      (picture) => !gone && startTransition(() => setLoading({ kind: 'ready', picture })),
      () => !gone && setLoading({ kind: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [figure, ref, at, lang, wanted]);
  return loading;
}
