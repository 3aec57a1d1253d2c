/** Why: who has no keyboard at hand, or does not know the keys, finds the tools at the foot of the screen. */
import { useEffect, useState } from 'react';
import type { Command, Tool } from './deck-keys';
import type { DeckText } from './messages';
import type { Role } from './DeckStage';

interface ToolbarProps {
  readonly text: DeckText;
  readonly tool: Tool;
  readonly role: Role;
  readonly run: (command: Command) => void;
}

/** How long the bar stays after the pointer has come to rest, milliseconds. */
const STAY = 2600;
/** Part of the window, from its foot up, in which the pointer calls the bar: the rest is for pointing and drawing. */
const FOOT = 0.22;

function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = ({ clientY }: PointerEvent) => {
      if (clientY < innerHeight * (1 - FOOT)) return;
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), STAY);
    };
    addEventListener('pointermove', wake);
    addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', wake);
      removeEventListener('pointerdown', wake);
    };
  }, []);
  return awake;
}

export function Toolbar({ text, tool, role, run }: ToolbarProps) {
  const awake = useAwake();
  const button = (name: string, command: Command, pressed?: boolean, sign = name) => (
    <button type="button" aria-label={name} title={name} aria-pressed={pressed} onClick={() => run(command)}>
      {sign}
    </button>
  );
  return (
    <div className="deck-toolbar" data-awake={awake ? '' : undefined} role="toolbar" aria-label={text.tools}>
      {button(text.back, { kind: 'act', action: { kind: 'back' } }, undefined, '‹')}
      {button(text.forward, { kind: 'act', action: { kind: 'forward' } }, undefined, '›')}
      {button(text.laser, { kind: 'tool', tool: 'laser' }, tool === 'laser')}
      {button(text.pen, { kind: 'tool', tool: 'pen' }, tool === 'pen')}
      {button(text.overview, { kind: 'overview' })}
      {button(text.classQuiz, { kind: 'quiz' })}
      {role === 'main' && button(text.speaker, { kind: 'speaker' })}
      {button(text.keysShort, { kind: 'keys' }, undefined, '?')}
    </div>
  );
}
