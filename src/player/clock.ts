/**
 * Why: one `requestAnimationFrame` loop for everything that moves or waits, so that two motions never
 * drift apart and an idle page costs nothing.
 */

/** Called once a frame with the milliseconds since the frame before (at most 100: a hidden tab must not jump). */
export type FrameListener = (elapsed: number) => void;

const listeners = new Set<FrameListener>();
let last = 0;
let handle = 0;

function frame(now: number): void {
  // A frame's time may lie a little before the moment at which the loop was started.
  const elapsed = Math.max(0, Math.min(100, now - last));
  last = now;
  for (const listener of [...listeners]) listener(elapsed);
  handle = listeners.size > 0 ? requestAnimationFrame(frame) : 0;
}

/** Adds a listener; the loop runs while there is one. Returns the way to remove it. */
export function onFrame(listener: FrameListener): () => void {
  listeners.add(listener);
  if (handle === 0) {
    last = performance.now();
    handle = requestAnimationFrame(frame);
  }
  return () => {
    listeners.delete(listener);
  };
}
