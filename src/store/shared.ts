/** Why: one open log for all islands of a page, and the two calls that the rest of the site needs. */
import type { EventOf, LearningEvent } from '../schemas/event';
import type { Store } from './contract';
import { openStore } from './store';

let opened: Promise<Store> | undefined;

/** The log of this browser, opened on first use. Never rejects. */
export function sharedStore(): Promise<Store> {
  opened ??= openStore();
  return opened;
}

type Fields<Kind extends LearningEvent['kind']> = Omit<EventOf<Kind>, 'v' | 'id' | 'at' | 'kind'>;

/** Notes what a learner expected of a figure's next step, and whether the model agreed. Never rejects. */
export async function recordPrediction(prediction: Fields<'prediction'>): Promise<void> {
  await (await sharedStore()).append({ kind: 'prediction', ...prediction });
}

/** Notes that a lesson (or a section of it) was read. Never rejects. */
export async function recordVisit(visit: Fields<'visit'>): Promise<void> {
  await (await sharedStore()).append({ kind: 'visit', ...visit });
}
