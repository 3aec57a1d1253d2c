/** Why: whose view is shown: the one that the step tells best, or a process that the learner keeps his eye on. */
import type { Frame } from '../contract';
import type { NamespacesState } from '../../models/namespaces/state';

export const FOLLOW = 'follow';
const PROCESS = /^p?([1-9]\d{0,3})$/;

/** `follow`, or `p` and a number of the first PID namespace. */
export function mendViewer(value: string): string {
  const found = PROCESS.exec(value)?.[1];
  return found === undefined ? FOLLOW : `p${found}`;
}

/** Number of the process whose view is shown; it may not be there in this step. */
export function viewerOf({ step, scenario }: Frame<NamespacesState>): number {
  const chosen = PROCESS.exec(scenario['viewer'] ?? '')?.[1];
  return chosen === undefined ? step.state.viewer : Number(chosen);
}
