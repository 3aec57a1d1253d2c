/** Why: everything that only the model's scenes need, behind one door (`model.ts`). */
import { runFree, runScene } from '../../models/namespaces/run';
import { mendCalls } from '../../models/namespaces/spelling';
import { Compose } from './Compose';

export const modelPart = { runFree, runScene, mendCalls, Compose };
