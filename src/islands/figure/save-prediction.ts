/** Why: a prediction goes to the learner's log; the store is loaded only when there is something to keep. */
import type { recordPrediction } from '../../store/shared';

/** Appends the prediction to the log. Never rejects: without its chunk (offline) the prediction is not kept. */
export async function savePrediction(result: Parameters<typeof recordPrediction>[0]): Promise<void> {
  try {
    const store = await import('../../store/shared');
    await store.recordPrediction(result);
  } catch {
    // The figure goes on; nothing that the reader sees depends on it.
  }
}
