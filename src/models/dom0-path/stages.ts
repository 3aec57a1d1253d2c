/** Why: which of a split driver's stages a packet of the load passes; the recording of a real packet proves their order. */
import { STAGES, type StageId } from '../split-driver/stages';

/**
 * The stages of one packet in the model of the load, in order.
 * @param awake whether the back end is awake already, so that nobody need ring
 */
export function stagesOf(nic: 'split' | 'passthrough', awake: boolean): readonly StageId[] {
  if (nic === 'passthrough') return ['frontend-queues', 'hardware', 'completion'];
  return awake ? STAGES.filter((stage) => stage !== 'signal' && stage !== 'backend-wakes') : STAGES;
}
