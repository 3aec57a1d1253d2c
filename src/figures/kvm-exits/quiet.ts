/**
 * Why: what does not leave the guest leaves no line. These are the instructions of each scene that ran
 * without an exit; the figure's test proves from the recording that none of them stands at an exit.
 */
import type { Paging, SceneId } from './recordings';

export interface Quiet {
  /** Number of exits before it. */
  readonly after: number;
  /** What ran, as the picture writes it. */
  readonly instruction: string;
  /** How often it ran without an exit, by the guest's program. */
  readonly times: number;
  /** Addresses of these instructions. */
  readonly rips: readonly number[];
}

const secondTouch: Quiet = { after: 0, instruction: 'add [rdi], 1', times: 4, rips: [0x1253] };
const fsBase: Quiet = { after: 4, instruction: 'rdmsr/wrmsr FS.base', times: 2, rips: [0x1216, 0x1218] };
const syscall: Quiet = { after: 0, instruction: 'syscall / sysretq', times: 100, rips: [0x6005, 0x14e7] };

const QUIET: Partial<Record<SceneId, Partial<Record<Paging, Quiet>>>> = {
  'second-touch': { nested: secondTouch, shadow: secondTouch },
  msr: { nested: fsBase, shadow: fsBase },
  syscalls: { nested: syscall, shadow: syscall },
  cr3: { nested: { after: 0, instruction: 'mov cr3', times: 16, rips: [0x12c3, 0x12ce] } },
  'page-table': {
    nested: { after: 0, instruction: 'xor [pte] / invlpg', times: 4, rips: [0x12e6, 0x12f2] },
  },
};

export const quietOf = (scene: SceneId, paging: Paging): Quiet | undefined => QUIET[scene]?.[paging];
