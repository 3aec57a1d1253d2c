/** Why: all programs under all techniques at a glance; every cell is a run of the model. */
import { worstOf } from './facts';
import { differences, runLockstep } from './lockstep';
import { PROGRAM_CODE } from './programs';
import { PROGRAMS, TECHNIQUES, type Cell, type CpuId, type ProgramId } from './types';

/**
 * One cell for each program and technique, programs in order, techniques in order within each.
 * `at` is the step of the instruction that fared worst, the last of equals.
 */
export function matrix(cpu: CpuId = 'skylake', programs: readonly ProgramId[] = PROGRAMS): Cell[] {
  return programs.flatMap((program) =>
    TECHNIQUES.map((technique): Cell => {
      const run = runLockstep(PROGRAM_CODE[program], technique, cpu);
      const key = run.lines.filter((line) => line.instruction.key);
      const outcome = worstOf(key.map((line) => line.outcome));
      return {
        program,
        technique,
        outcome,
        sameAsBare: differences(run.end.visible, run.end.bare.visible).length === 0,
        at: key.findLast((line) => line.outcome === outcome)?.instruction.label ?? 'start',
      };
    }),
  );
}
