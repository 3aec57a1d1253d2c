/**
 * Why: a packet passes the same stages in every design with a split driver. The names are shared with other figures,
 * and the recording of a real packet proves their order.
 */

/**
 * - `frontend-queues`: the guest's driver takes the packet (netfront);
 * - `shared-memory`: the page is granted and a request stands in the shared ring;
 * - `signal`: the event channel is rung, if the back end asked for it;
 * - `backend-wakes`: Domain 0 is interrupted and netback begins to poll;
 * - `copy`: netback reaches the data, by grant copy or grant map;
 * - `switch`: the bridge finds the way;
 * - `hardware`: Domain 0's own driver gives it to the NIC;
 * - `completion`: the guest learns that its page is its own again.
 */
export const STAGES = [
  'frontend-queues',
  'shared-memory',
  'signal',
  'backend-wakes',
  'copy',
  'switch',
  'hardware',
  'completion',
] as const;
export type StageId = (typeof STAGES)[number];

/**
 * The stages of one packet in the model of the load, in order.
 * @param awake whether the back end is awake already, so that nobody need ring
 */
export function stagesOf(nic: 'split' | 'passthrough', awake: boolean): readonly StageId[] {
  if (nic === 'passthrough') return ['frontend-queues', 'hardware', 'completion'];
  return awake ? STAGES.filter((stage) => stage !== 'signal' && stage !== 'backend-wakes') : STAGES;
}
