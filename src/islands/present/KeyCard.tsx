/** Why: a teacher who stands before the class looks keys up in a second, on the screen. */
import { useEffect, useRef } from 'react';
import type { DeckText } from './messages';

interface KeyCardProps {
  readonly text: DeckText;
  readonly onClose: () => void;
}

/** Keys and the name of what they do, in two columns. */
const rows = (text: DeckText): readonly (readonly [keys: string, does: string])[] => [
  ['PageDown → Space', text.keyForward],
  ['PageUp ←', text.keyBack],
  ['Shift + → ←', text.keySlide],
  ['1 … 9', text.keyScenario],
  ['B . / W ,', text.keyCover],
  ['L', text.keyLaser],
  ['P / D', text.keyPen],
  ['U / X', text.keyInk],
  ['Z', text.keyZoom],
  ['O / G', text.keyOverview],
  ['C / + −', text.keyCountdown],
  ['T / V', text.keyLanguage],
  ['Q', text.keyQuiz],
  ['R', text.keyQr],
  ['S / N', text.keySpeaker],
  ['H', text.keyContrast],
  ['F', text.keyFullscreen],
];

export function KeyCard({ text, onClose }: KeyCardProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const own = dialog.current!;
    own.showModal();
    return () => own.close();
  }, []);
  return (
    // The dialog's own key: `?` closes what it opened; the deck behind must not hear the others.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="deck-card deck-keys"
      aria-label={text.keysTitle}
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === '?') onClose();
      }}
    >
      <p className="deck-card-title">{text.keysTitle}</p>
      <dl>
        {rows(text).map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onClose}>
        {text.close}
      </button>
    </dialog>
  );
}
