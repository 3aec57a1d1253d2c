/** Why: what memory, pids, freezer and io limits do, as sentences that hold of any recording of them. */
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import { last, readRun, rises, SAMPLE, type Claims } from './run-reader.ts';

export function memoryClaims(recording: SeriesRecording): Claims {
  const [anon, file, high] = ['max-anon', 'max-file', 'high-anon'].map((id) => readRun(recording, id));
  const under = (run: typeof anon) =>
    run!.column('current').every((bytes) => bytes <= Number(run!.parameters['memory.max']));
  const [clock, current] = ['clock', 'current'].map((id) => high!.column(id));
  const limit = Number(high!.parameters['memory.high']);
  const over = current!.findIndex((bytes) => bytes > limit);
  const speed = (from: number, to: number) =>
    (current![to]! - current![from]!) / (clock![to]! - clock![from]!);
  return [
    ['max-anon: oom_kill is 1', last(anon!.column('oom-kill')) === 1],
    ['max-anon: the process was ended by SIGKILL', anon!.outcome['process'] === 'ended by signal 9'],
    ['max-anon: the limit was hit before', last(anon!.column('max')) > 0 && last(anon!.column('oom')) >= 1],
    ['max-anon: memory.current never exceeds memory.max', under(anon)],
    ['max-anon: it came close to the limit', Math.max(...anon!.column('current')) > 14 * 2 ** 20],
    ['max-file: memory.current never exceeds memory.max', under(file)],
    ['max-file: the limit is hit again and again', last(file!.column('max')) > 10],
    [
      'max-file: nothing is killed',
      last(file!.column('oom-kill')) === 0 && file!.outcome['process'] === 'alive',
    ],
    ['high-anon: it goes beyond memory.high', over > 0],
    [
      'high-anon: nothing is killed',
      last(high!.column('oom-kill')) === 0 && high!.outcome['process'] === 'alive',
    ],
    ['high-anon: memory.events high rises', rises(high!.column('high')) && last(high!.column('high')) > 0],
    [
      'high-anon: beyond memory.high it grows a hundred times more slowly',
      speed(over, current!.length - 1) * 100 < speed(0, over - 1),
    ],
  ];
}

export function pidsClaims(recording: SeriesRecording): Claims {
  const limited = ['max-10', 'max-40'].flatMap((id): Claims => {
    const { column, parameters } = readRun(recording, id);
    const limit = Number(parameters['pids.max']);
    return [
      [`${id}: pids.current never exceeds pids.max`, column('current').every((count) => count <= limit)],
      [`${id}: it reaches the limit`, Math.max(...column('current')) === limit],
      [`${id}: forks are refused`, last(column('max')) > 0 && rises(column('max'))],
    ];
  });
  const free = readRun(recording, 'no-max');
  return [
    ...limited,
    ['no-max: no fork is refused', last(free.column('max')) === 0],
    ['no-max: it goes beyond the limits of the others', Math.max(...free.column('current')) > 80],
    ...['max-10', 'max-40', 'no-max'].map(
      (id) => [`${id}: cgroup.kill ends all`, last(readRun(recording, id).column('current')) === 0] as const,
    ),
  ];
}

export function freezerClaims(recording: SeriesRecording): Claims {
  const { column, markAt } = readRun(recording, 'freeze-thaw-kill');
  const [clock, usage, frozen, populated] = ['clock', 'usage', 'frozen', 'populated'].map(column);
  const steps = usage!.slice(1).map((value, i) => ({
    used: value - usage![i]!,
    took: clock![i + 1]! - clock![i]!,
    at: clock![i]!,
    frozen: frozen![i] === 1 && frozen![i + 1] === 1 && populated![i + 1] === 1,
    free: frozen![i] === 0 && frozen![i + 1] === 0,
  }));
  const [freeze, thaw] = [markAt('cgroup.freeze=1'), markAt('cgroup.freeze=0')];
  const still = steps.filter((step) => step.frozen);
  return [
    ['frozen, at least forty samples', still.length >= 40],
    ['frozen, usage stays flat', still.every(({ used }) => used === 0)],
    [
      'thawed, usage rises with the clock',
      steps.filter(({ free, at }) => free && at > 2 * SAMPLE).every(({ used, took }) => used >= took * 0.9),
    ],
    [
      'the group is frozen after cgroup.freeze=1',
      frozen![clock!.findIndex((at) => at > freeze + SAMPLE)] === 1,
    ],
    [
      'the group is thawed after cgroup.freeze=0',
      frozen![clock!.findIndex((at) => at > thaw + SAMPLE)] === 0,
    ],
    ['a frozen process can be killed', last(populated!) === 0],
  ];
}

export function ioClaims(recording: SeriesRecording): Claims {
  const limits = {
    'bytes-8m': ['bytes', 8 << 20],
    'bytes-2m': ['bytes', 2 << 20],
    'reads-100': ['reads', 100],
  } as const;
  const limited = Object.entries(limits).flatMap(([id, [name, rate]]): Claims => {
    const { column } = readRun(recording, id);
    const [clock, done] = ['clock', name].map(column);
    /** The kernel lets a tenth of a second's worth pass at once. */
    const burst = rate / 10;
    return [
      [
        `${id}: never faster than its limit`,
        done!.every((sum, i) => sum <= (rate * clock![i]!) / 1e6 + burst),
      ],
      [`${id}: the limit is used`, last(done!) >= ((rate * last(clock!)) / 1e6) * 0.9 - burst],
    ];
  });
  const free = readRun(recording, 'no-max');
  const i = free.column('clock').findIndex((at) => at > 200_000 - SAMPLE) - 1;
  return [...limited, ['no-max: all is read at once', free.column('bytes')[i] === 48 << 20]];
}
