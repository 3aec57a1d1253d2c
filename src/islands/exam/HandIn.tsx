/** Why: nobody hands in by a slip, nor without knowing what is still open. */
import { useEffect, useRef } from 'react';
import { fill } from '../../lib/fill';
import type { Cell } from './ExamGrid';
import type { ExamText } from './messages';

interface HandInProps {
  readonly cells: readonly Cell[];
  readonly text: ExamText;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Open as soon as it is drawn; Esc is the same as going back. */
export function HandIn({ cells, text, onYes, onNo }: HandInProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const open = cells.filter((cell) => !cell.answered).length;
  const flagged = cells.filter((cell) => cell.flagged).length;
  return (
    <dialog ref={dialog} className="exam-confirm" aria-labelledby="exam-confirm" onClose={onNo}>
      <h2 id="exam-confirm">{text.confirm}</h2>
      <p>{open > 0 ? fill(text.confirmOpen, { n: open, count: cells.length }) : text.confirmAll}</p>
      {flagged > 0 && <p>{fill(text.confirmFlagged, { n: flagged })}</p>}
      <p className="exam-line">
        <button type="button" onClick={() => dialog.current?.close()}>
          {text.confirmNo}
        </button>
        <button type="button" className="is-primary" onClick={onYes}>
          {text.confirmYes}
        </button>
      </p>
    </dialog>
  );
}
