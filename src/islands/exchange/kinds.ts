/** Why: kinds are offered in one order, the common ones first. */
export const KINDS_SHOWN = ['single', 'multiple', 'true-false', 'ordering', 'matching', 'point'] as const;
