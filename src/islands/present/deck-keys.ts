/** Why: a clicker is a keyboard with two keys, and a teacher's hand knows other programs' keys: one table says what each does. */
import type { DeckAction } from '../../classroom/deck-state';
import { quizActionOf } from './quiz-keys';

export type Tool = 'none' | 'laser' | 'pen' | 'fading';

export type Command =
  | { readonly kind: 'act'; readonly action: DeckAction }
  | { readonly kind: 'tool'; readonly tool: Tool }
  | { readonly kind: 'scenario'; readonly number: number }
  | { readonly kind: 'countdown'; readonly does: 'toggle' | 'clear' | 'more' | 'less' }
  | {
      readonly kind:
        | 'zoom'
        | 'overview'
        | 'jump'
        | 'language'
        | 'speaker'
        | 'keys'
        | 'fullscreen'
        | 'notes'
        | 'quiz'
        | 'escape';
    };

const act = (action: DeckAction): Command => ({ kind: 'act', action });
const FORWARD = act({ kind: 'forward' });
const BACK = act({ kind: 'back' });

const KEYS: Readonly<Record<string, Command>> = {
  PageDown: FORWARD,
  ArrowRight: FORWARD,
  ArrowDown: FORWARD,
  Enter: FORWARD,
  ' ': FORWARD,
  PageUp: BACK,
  ArrowLeft: BACK,
  ArrowUp: BACK,
  Backspace: BACK,
  Home: act({ kind: 'first' }),
  End: act({ kind: 'last' }),
  b: act({ kind: 'cover', cover: 'black' }),
  '.': act({ kind: 'cover', cover: 'black' }),
  w: act({ kind: 'cover', cover: 'white' }),
  ',': act({ kind: 'cover', cover: 'white' }),
  l: { kind: 'tool', tool: 'laser' },
  p: { kind: 'tool', tool: 'pen' },
  d: { kind: 'tool', tool: 'fading' },
  u: act({ kind: 'undo' }),
  x: act({ kind: 'wipe' }),
  z: { kind: 'zoom' },
  o: { kind: 'overview' },
  g: { kind: 'jump' },
  c: { kind: 'countdown', does: 'toggle' },
  '+': { kind: 'countdown', does: 'more' },
  '-': { kind: 'countdown', does: 'less' },
  t: { kind: 'language' },
  v: act({ kind: 'both' }),
  r: act({ kind: 'qr' }),
  s: { kind: 'speaker' },
  n: { kind: 'notes' },
  f: { kind: 'fullscreen' },
  F5: { kind: 'fullscreen' },
  h: act({ kind: 'contrast' }),
  q: { kind: 'quiz' },
  '?': { kind: 'keys' },
  Escape: { kind: 'escape' },
};

const SHIFTED: Readonly<Record<string, Command>> = {
  PageDown: act({ kind: 'next-slide' }),
  ArrowRight: act({ kind: 'next-slide' }),
  PageUp: act({ kind: 'previous-slide' }),
  ArrowLeft: act({ kind: 'previous-slide' }),
  ' ': BACK,
  C: { kind: 'countdown', does: 'clear' },
};

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key does in a deck; null for keys that are the browser's.
 * @param quiz whether the class quiz is shown, which has keys of its own
 */
export function commandOf(
  { key, shiftKey, altKey, ctrlKey, metaKey }: Key,
  quiz: boolean | undefined,
): Command | null {
  if (altKey || ctrlKey || metaKey) return null;
  const action = quiz ? quizActionOf(key) : null;
  if (action) return act({ kind: 'quiz', action });
  if (/^[1-9]$/.test(key)) return { kind: 'scenario', number: Number(key) };
  const own = shiftKey ? SHIFTED[key] : undefined;
  return own ?? KEYS[key] ?? (/^[A-Z]$/.test(key) ? (KEYS[key.toLowerCase()] ?? null) : null);
}
