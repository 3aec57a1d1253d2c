/** Why: the next question needs its family's model, which comes over a network that may fail. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { drillOf, inLanguage, type DrillQuestion } from '../../drills/families';
import { FAMILIES, following, SEEDS, type Numbered } from '../../drills/numbered';
import type { Lang } from '../../lib/message';
import { askedIn, searchOf, type Asked } from './address';
import { drillReducer, startDrill, turnOf, wordsOf, type DrillAction, type DrillState } from './drill-state';

/** How many questions back one with the same words is passed over, and how many seeds are tried for that. */
const RECENT = 12;
const TRIES = 40;

export interface Row {
  readonly state: DrillState;
  readonly act: (action: DrillAction) => void;
  readonly loading: 'loading' | 'failed' | 'ready';
  /** What was wrong with the address. */
  readonly asked: Asked;
  /** The question after the one shown. Resolves when it is there, or when it could not be loaded. */
  readonly next: () => Promise<void>;
  readonly retry: () => void;
}

const anySeed = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS;
const anyQuestion = (families: readonly Numbered['family'][]) =>
  following({ family: 'rings', seed: anySeed() }, families);

/** The first question of a page: the one that the address names, or any. */
function firstOf(search: string): { readonly asked: Asked; readonly first: Numbered } {
  const asked = askedIn(search);
  switch (asked.kind) {
    case 'question':
      return { asked, first: asked.numbered };
    case 'any':
      return { asked: { kind: 'none' }, first: anyQuestion([asked.family]) };
    case 'seed':
      return { asked, first: anyQuestion([asked.family]) };
    case 'family':
      return { asked, first: anyQuestion(asked.near ? [asked.near] : FAMILIES) };
    case 'none':
      return { asked, first: anyQuestion(FAMILIES) };
  }
}

/** The question, or the first one after it whose words are not among `recent`. */
async function fresh(
  from: Numbered,
  families: DrillState['families'],
  recent: readonly string[],
  lang: Lang,
): Promise<{ readonly numbered: Numbered; readonly question: DrillQuestion }> {
  let numbered = from;
  let question = inLanguage(numbered, await drillOf(numbered), lang);
  for (let i = 0; i < TRIES && recent.includes(wordsOf(question)); i++) {
    numbered = following(numbered, families);
    question = inLanguage(numbered, await drillOf(numbered), lang);
  }
  return { numbered, question };
}

export function useRow(lang: Lang): Row {
  const [state, act] = useReducer(drillReducer, FAMILIES, startDrill);
  const [loading, setLoading] = useState<Row['loading']>('loading');
  // The row is drawn in browsers only, after the log is there.
  const [begin] = useState(() => firstOf(location.search));
  const [asked, setAsked] = useState(begin.asked);
  const wanted = useRef<Numbered | null>(null);
  const busy = useRef(false);

  const show = useCallback(
    (from: Numbered, families: DrillState['families'], recent: readonly string[]): Promise<void> => {
      if (busy.current) return Promise.resolve();
      busy.current = true;
      wanted.current = from;
      return fresh(from, families, recent, lang)
        .then(
          (made) => {
            act({ kind: 'show', ...made });
            setLoading('ready');
          },
          () => setLoading('failed'),
        )
        .finally(() => {
          busy.current = false;
        });
    },
    [lang],
  );

  useEffect(() => {
    void show(begin.first, FAMILIES, []);
  }, [show, begin]);

  const turn = turnOf(state);
  const numbered = turn?.numbered;
  useEffect(() => {
    if (!numbered) return;
    const { pathname, search, hash } = location;
    history.replaceState(history.state, '', `${pathname}${searchOf(numbered, search)}${hash}`);
  }, [numbered]);

  const next = async () => {
    setAsked({ kind: 'none' });
    if (state.at < state.turns.length - 1) return act({ kind: 'move', by: 1 });
    const from = numbered ?? anyQuestion(state.families);
    const recent = state.turns.slice(-RECENT).map(({ question }) => wordsOf(question));
    setLoading('loading');
    await show(following(from, state.families), state.families, recent);
  };
  const retry = () => {
    setLoading('loading');
    void show(wanted.current ?? anyQuestion(state.families), state.families, []);
  };
  return { state, act, loading, asked, next, retry };
}
