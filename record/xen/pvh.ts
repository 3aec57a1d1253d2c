/** Why: the same guest as PVH: its page tables are its own, and what remains for Xen are VM exits, by reason. */
import type { CountsRecording } from '../../src/schemas/recording-counts.ts';
import { TraceError } from '../trace-error.ts';
import { countsOf, type Run } from './counts.ts';
import { readListing, type ListedRecord } from './listing.ts';
import type { Archive } from './provenance.ts';

const VMENTRY = 0x81001;
const VMEXIT = 0x81002;
const WIDE = 0x100;

/** Exit codes of AMD's architecture manual, volume 2, appendix C. */
const REASONS: Readonly<Record<number, string>> = {
  0x00: 'VMEXIT_CR0_READ',
  0x03: 'VMEXIT_CR3_READ',
  0x04: 'VMEXIT_CR4_READ',
  0x10: 'VMEXIT_CR0_WRITE',
  0x13: 'VMEXIT_CR3_WRITE',
  0x14: 'VMEXIT_CR4_WRITE',
  0x30: 'VMEXIT_DR0_WRITE',
  0x47: 'VMEXIT_EXCEPTION_NM',
  0x4e: 'VMEXIT_EXCEPTION_PF',
  0x60: 'VMEXIT_INTR',
  0x61: 'VMEXIT_NMI',
  0x64: 'VMEXIT_VINTR',
  0x6e: 'VMEXIT_RDTSC',
  0x72: 'VMEXIT_CPUID',
  0x77: 'VMEXIT_PAUSE',
  0x78: 'VMEXIT_HLT',
  0x79: 'VMEXIT_INVLPG',
  0x7b: 'VMEXIT_IOIO',
  0x7c: 'VMEXIT_MSR',
  0x7f: 'VMEXIT_SHUTDOWN',
  0x81: 'VMEXIT_VMMCALL',
  0x89: 'VMEXIT_WBINVD',
  0x8d: 'VMEXIT_XSETBV',
  0x400: 'VMEXIT_NPF',
};

interface Exit {
  readonly line: number;
  readonly reason: string;
  /** Address in the guest. */
  readonly rip: number;
}

/** @throws TraceError: an event that is neither exit nor entry, an unknown reason, an exit without the entry before it */
function exitsOf(file: string, records: readonly ListedRecord[]): readonly Exit[] {
  let inside = false;
  return records.flatMap(({ line, event, words }, i): Exit[] => {
    const kind = event & ~WIDE;
    if (kind !== VMENTRY && kind !== VMEXIT)
      throw new TraceError(file, line, `event 0x${event.toString(16)}`, 'a VMENTRY or #VMEXIT');
    const entered = kind === VMENTRY;
    if (i > 0 && entered === inside)
      throw new TraceError(
        file,
        line,
        entered ? 'a second VMENTRY' : 'an exit without an entry',
        'one after the other',
      );
    inside = entered;
    if (entered) return [];
    const [code = -1, low = 0, high = 0] = words;
    const reason = REASONS[code];
    if (reason === undefined)
      throw new TraceError(file, line, `exit code 0x${code.toString(16)}`, 'one that this reader knows');
    return [{ line, reason, rip: high * 2 ** 32 + low }];
  });
}

const WORK = /^(fork|exec) begins at 0x([0-9a-f]+), ends at 0x([0-9a-f]+)$/;

/** Of the program's own words: where its marks stand. */
function marksOf(file: string, text: string): readonly { what: string; begin: number; end: number }[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const match = WORK.exec(line);
      if (!match)
        throw new Error(`${file}:${i + 1}: found "${line}"; expected "fork begins at 0x…, ends at 0x…"`);
      return { what: match[1]!, begin: parseInt(match[2]!, 16), end: parseInt(match[3]!, 16) };
    });
}

const readExits = (archive: Archive, name: string) => {
  const file = `${archive.file}/${name}`;
  return exitsOf(file, readListing(file, archive.text(name)));
};

/** @throws Error: the guest was no PVH guest, a source is damaged, a mark is missing */
export function convertPvh(archive: Archive): Omit<CountsRecording, 'provenance' | 'version' | 'id'> {
  const type = archive.text('pvh-guest-type.txt').trim();
  if (type !== 'PVH')
    throw new Error(`${archive.file}/pvh-guest-type.txt:1: found "${type}"; expected "PVH"`);
  const file = `${archive.file}/pvh-fork.xentrace.txt`;
  const exits = readExits(archive, 'pvh-fork.xentrace.txt');
  const run = (id: string, title: Run['title'], of: readonly Exit[]): Run => ({
    id,
    title,
    parameters: { work: id },
    ...countsOf(of.map(({ reason }) => reason)),
  });
  let at = 0;
  const works = marksOf(`${archive.file}/pvh-work.txt`, archive.text('pvh-work.txt')).map(
    ({ what, begin, end }) => {
      const [from, to] = [begin, end].map((rip) => {
        const found = exits.findIndex(
          (exit, i) => i >= at && exit.reason === 'VMEXIT_CPUID' && exit.rip === rip,
        );
        if (found === -1)
          throw new TraceError(
            file,
            exits.at(-1)?.line ?? 0,
            `no CPUID at 0x${rip.toString(16)}`,
            `a mark of ${what}`,
          );
        at = found + 1;
        return found;
      });
      return run(what, { en: what, 'zh-cn': what }, exits.slice(from! + 1, to));
    },
  );
  return {
    kind: 'counts',
    what: { en: 'VM exits of a PVH guest by reason', 'zh-cn': 'PVH 客户机的 VM 退出次数（按原因）' },
    runs: [
      run(
        'boot',
        { en: 'From its start until it answers on the network', 'zh-cn': '从启动到在网络上作答' },
        readExits(archive, 'pvh-boot.xentrace.txt'),
      ),
      ...works,
    ],
  };
}
