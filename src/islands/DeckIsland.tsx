/** Why: the page of a deck is one island: it makes slides of the lesson's text, or holds two of them for the teacher. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Lang } from '../lib/message';
import { DeckStage, type Role } from './present/DeckStage';
import type { DeckText } from './present/messages';
import type { ClassQuizText } from './present/messages-quiz';
import { openDeckWindow, type DeckHandle } from './present/open-deck';
import type { NamedStep } from './present/slides';
import { SpeakerView } from './present/SpeakerView';

export interface DeckIslandProps {
  readonly lang: Lang;
  readonly lesson: string;
  readonly title: string;
  /** What the course calls the lesson. */
  readonly name: string;
  readonly lede: string;
  /** Course, number and unit, as one line. */
  readonly place: string;
  readonly steps: readonly NamedStep[];
  readonly text: DeckText;
  readonly quizText: ClassQuizText;
  /** The same deck in the other language. */
  readonly otherHref: string;
  readonly lessonHref: string;
}

/** What this window is; it never changes. */
const roleHere = (): Role | 'speaker' => {
  const asked = new URLSearchParams(location.search);
  return (['speaker', 'mirror', 'next', 'pane'] as const).find((role) => asked.has(role)) ?? 'main';
};

const never = () => () => undefined;

export function DeckIsland(props: DeckIslandProps) {
  const [handle, setHandle] = useState<DeckHandle | null>(null);
  const role = useSyncExternalStore(never, roleHere, () => null);
  const bench = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (roleHere() === 'speaker') return;
    const source = document.getElementById('deck-source')!;
    void openDeckWindow({ ...props, quizTitle: props.text.quizTitle }, source, bench.current!).then(
      setHandle,
    );
    // A page is opened once; its props never change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (role === 'speaker') return <SpeakerView text={props.text} />;
  return (
    <>
      <div className="reveal deck-bench" ref={bench} aria-hidden="true" />
      {handle && role ? (
        <DeckStage handle={handle} role={role} {...props} />
      ) : (
        <p className="deck-loading" role="status">
          {props.text.loading}
        </p>
      )}
    </>
  );
}
