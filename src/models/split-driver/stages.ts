/**
 * Why: a packet passes the same stages in every design with a split driver, whoever wrote it. These names let two
 * figures, or two columns of one, light up the same step: Hyper-V's VMBus and Xen's Domain 0.
 */

/**
 * The stages of one request through a split driver, in the order of a packet being sent (a packet being received
 * passes most of them the other way round):
 * - `frontend-queues`: the driver in the guest takes the request and makes its data reachable (netvsc; netfront);
 * - `shared-memory`: a descriptor enters a ring that both sides can see (VMBus ring and GPADL; shared ring and grants);
 * - `signal`: the other side is told, if the rule says so (HvCallSignalEvent; event channel);
 * - `backend-wakes`: the driver in the privileged partition runs (VSP; netback);
 * - `copy`: the backend takes the descriptor and reaches the data (by GPA; by grant copy or grant map);
 * - `switch`: a software switch, or a file in place of a disk, finds the way (vSwitch, VHDX; bridge, image);
 * - `hardware`: the privileged partition's own driver works the device;
 * - `completion`: the frontend is told that it is done.
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
