/** Why: programs in the order and the groups of the list and of the overview; A and B as Robin and Irvine sorted them. */
import { PROGRAMS, type ProgramId } from '../../models/rings/types';

const A: readonly ProgramId[] = ['i-sgdt', 'i-sidt', 'i-sldt', 'i-smsw', 'i-pushf', 'i-popf'];

export const GROUPS: readonly { readonly key: string; readonly programs: readonly ProgramId[] }[] = [
  { key: 'group-scenes', programs: PROGRAMS.filter((program) => !program.startsWith('i-')) },
  { key: 'group-a', programs: A },
  {
    key: 'group-b',
    programs: PROGRAMS.filter((program) => program.startsWith('i-') && !A.includes(program)),
  },
];
