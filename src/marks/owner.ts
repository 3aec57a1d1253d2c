/**
 * Why: colour says who owns the CPU, the same in every figure. A mark names its owner; the stylesheet
 * gives `--c` (line and text) and `--cf` (fill) in light, dark and projection.
 */
export const OWNERS = ['hw', 'vmm', 'host', 'kern', 'user', 'data'] as const;
/** hardware · hypervisor in root mode · host kernel or control domain · guest kernel · guest user · data in flight */
export type Owner = (typeof OWNERS)[number];

/** The class that sets `--c` and `--cf` for everything inside. */
export const ownerClass = (owner: Owner): string => `own-${owner}`;
