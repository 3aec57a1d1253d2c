/**
 * Why: what fork and exec cost a PV guest, whose page tables only Xen may change: what the guest's kernel wanted, and
 * how often it entered Xen for it, each between the marks of the program that did it.
 */
import type { CountsRecording } from '../../src/schemas/recording-counts.ts';
import { parseTrace, type RawEvent } from '../ftrace.ts';
import { TraceError } from '../trace-error.ts';
import { countsOf, type Run } from './counts.ts';
import { describeXen } from './events.ts';
import { readListing } from './listing.ts';
import type { Archive } from './provenance.ts';

const GUEST = 1;
const TITLES = {
  fork: { en: 'fork', 'zh-cn': 'fork' },
  exec: { en: 'exec', 'zh-cn': 'exec' },
};
type What = keyof typeof TITLES;

/** The guest's events between the marks of `what`. @throws TraceError unless each mark stands once, in order */
function between(file: string, events: readonly RawEvent[], what: What): readonly RawEvent[] {
  const [from, to] = ['BEGIN', 'END'].map((mark) => {
    const found = events.flatMap(({ text }, i) =>
      text === `tracing_mark_write: ${mark} ${what}` ? [i] : [],
    );
    if (found.length !== 1)
      throw new TraceError(file, events.at(-1)?.line ?? 1, `${found.length} marks "${mark} ${what}"`, 'one');
    return found[0]!;
  });
  if (from! > to!) throw new TraceError(file, events[to!]!.line, `the end of ${what}`, 'its begin before it');
  return events.slice(from, to! + 1);
}

/** `hypercall mmuext_op`, `multicall_entry mmu_update`, `page_fault`: an entry into Xen without its arguments. */
const entryName = (text: string) => text.replace(/: op \d+\((\w+)\).*$/, ' $1').replace(/:.*$/, '');

/** @throws TraceError or ByteError: a source is damaged, or a mark is missing */
export function convertFork(archive: Archive): Omit<CountsRecording, 'provenance' | 'version' | 'id'> {
  const [guestFile, xenFile] = ['fork.domu.txt', 'fork.xentrace.txt'].map(
    (name) => `${archive.file}/${name}`,
  );
  const guest = parseTrace(guestFile!, archive.text('fork.domu.txt'));
  const xen = describeXen(xenFile!, readListing(xenFile!, archive.text('fork.xentrace.txt')));
  const runs = (['fork', 'exec'] as const).flatMap((what): Run[] => {
    const events = between(guestFile!, guest, what);
    const [from, to] = [events[0]!.clock, events.at(-1)!.clock];
    const operations = events
      .map(({ text }) => text.split(':')[0]!)
      .filter((name) => name.startsWith('xen_mmu_'));
    const entries = xen
      .filter(
        ({ clock, domain, text }) =>
          clock >= from && clock <= to && domain === GUEST && !text.startsWith('sched_'),
      )
      .map(({ text }) => entryName(text));
    if (operations.length === 0 || entries.length === 0)
      throw new TraceError(
        guestFile!,
        events[0]!.line,
        `${operations.length} operations and ${entries.length} entries into Xen`,
        `some of each in ${what}`,
      );
    const title = TITLES[what];
    return [
      {
        id: `${what}-mmu`,
        title: {
          en: `${title.en}: what the guest’s kernel changed`,
          'zh-cn': `${title['zh-cn']}：客户机内核要做的改动`,
        },
        parameters: { work: what, side: 'guest' },
        ...countsOf(operations),
      },
      {
        id: `${what}-xen`,
        title: { en: `${title.en}: what Xen recorded`, 'zh-cn': `${title['zh-cn']}：Xen 的记录` },
        parameters: { work: what, side: 'xen' },
        ...countsOf(entries),
      },
    ];
  });
  return {
    kind: 'counts',
    what: {
      en: 'Page-table work of a PV guest: MMU operations of its kernel; entries into Xen by kind of hypercall, with the requests that a multicall bundles',
      'zh-cn':
        'PV 客户机的页表操作：内核的 MMU 操作；按超级调用种类统计的进入 Xen 的记录，连同 multicall 里打包的请求',
    },
    runs,
  };
}
