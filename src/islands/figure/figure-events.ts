/**
 * Why: text and figure find each other through the document: a link in the text asks for a step, the
 * figure says where it is, and neither needs the other to be there.
 */

/** Where a figure is, or is asked to go. `ref` is the scenario's canonical spelling. */
export interface FigurePlace {
  readonly figure: string;
  readonly ref: string;
  readonly at: string;
}

/** Sent by a text link, cancelable: a figure that takes it calls `preventDefault`. */
export const GO = 'ringside:go';
/** Sent by a figure whenever it shows another step. */
export const SHOWN = 'ringside:shown';

export const announcePlace = (place: FigurePlace): void => {
  document.dispatchEvent(new CustomEvent<FigurePlace>(SHOWN, { detail: place }));
};

/** Calls back when a link asks this figure for a step. Returns the way to stop. */
export function onGo(figure: string, go: (place: FigurePlace) => void): () => void {
  const listener = (event: Event) => {
    const place = (event as CustomEvent<FigurePlace>).detail;
    if (place.figure !== figure) return;
    event.preventDefault();
    go(place);
  };
  document.addEventListener(GO, listener);
  return () => document.removeEventListener(GO, listener);
}
