import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import { applyEdits, readEdits, type Edit } from '../../models/cgroups/edits';
import { runCgroups, type CgroupsState } from '../../models/cgroups/run';
import { SCENES, SETUP } from '../../models/cgroups/scenes';
import { FILE, GROUPS, LOADS, VALUES, type KnobName } from '../../models/cgroups/types';
import { parseScenario } from '../scenario';
import { commandOf, contentOf, contentV1 } from './commands';
import { CONTROLLERS } from './controllers';
import { figure } from './figure';
import { NARROW, WIDE } from './geometry';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { pillsOf } from './Pills';
import { seriesOf, SOURCES } from './recordings';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const KNOBS = Object.keys(FILE) as KnobName[];

function drawn(ref: string, lang: Lang, index = 0): string {
  const { scenario } = parseScenario(figure, ref);
  const trace = figure.run(scenario);
  const step = trace.steps[index]!;
  const props = {
    frame: { trace, index, step, scenario },
    t: translator(messages[lang], lang),
    lang,
    uid: 'u',
  };
  const parts = [figure.View, ...figure.panels.map(({ View }) => View)];
  return parts.map((View) => renderToStaticMarkup(<View {...props} />)).join('');
}

describe.each(SCENES)('the recording beside scene %s', (scene) => {
  it.each(SOURCES[scene])('$run has its columns, its words, and ends where its last row does', (source) => {
    const series = seriesOf(source);
    for (const { id, points } of series.lines) {
      expect(points.length).toBeGreaterThan(10);
      expect(messages.en).toHaveProperty([`line-${id}`]);
      points.reduce((last, [ms]) => (expect(ms).toBeGreaterThanOrEqual(last), ms), 0);
    }
    for (const lang of LANGUAGES) expect(messages[lang]).toHaveProperty([`run-${source.run}`]);
  });
});

describe('what the recordings show is what the model says', () => {
  const end = (scene: (typeof SCENES)[number], run: string, line = 0) => {
    const series = seriesOf(SOURCES[scene].find((source) => source.run === run)!);
    return { ...series, last: series.lines[line]!.points.at(-1)![1] };
  };

  it('weights share in proportion once both are busy', () => {
    const { lines } = end('weight', 'weights-1-3');
    const [a, b] = lines.map(({ points }) => points.at(-1)![1] - points.find(([ms]) => ms >= 410)![1]);
    expect(b! / a!).toBeGreaterThan(2.8);
    expect(b! / a!).toBeLessThan(3.2);
  });

  it('a quota of half a CPU gives half a CPU, whatever the period', () => {
    for (const run of ['quota-50', 'quota-50-short']) {
      expect(end('quota', run).last).toBeGreaterThan(0.95 * 750);
      expect(end('quota', run).last).toBeLessThan(1.05 * 750);
      expect(end('quota', run).told!.n).toBeGreaterThan(10);
    }
    expect(end('quota', 'no-quota').told!.n).toBe(0);
  });

  it('memory.max kills whoever has memory of its own, and nobody who reads files; memory.high kills nobody', () => {
    expect(end('memory', 'max-anon').told!.n).toBe(1);
    expect(end('memory', 'max-file').told!.n).toBe(0);
    expect(end('high', 'high-anon').told!.n).toBe(0);
    expect(end('high', 'high-anon').last).toBeGreaterThan(16);
  });

  it('pids.max is reached and never passed', () => {
    for (const run of ['max-10', 'max-40']) {
      const { lines, limit } = end('pids', run);
      expect(Math.max(...lines[0]!.points.map(([, n]) => n))).toBe(limit);
    }
  });

  it('a frozen group uses nothing', () => {
    const { lines, shaded } = end('freeze', 'freeze-thaw-kill');
    expect(shaded.length).toBe(2);
    for (const [from, to] of shaded) {
      const inside = lines[0]!.points.filter(([ms]) => ms >= from && ms <= to).map(([, value]) => value);
      expect(Math.max(...inside) - Math.min(...inside)).toBeLessThan(0.1);
    }
  });
});

describe('edits', () => {
  const every: readonly Edit[] = GROUPS.flatMap((group) =>
    KNOBS.flatMap((knob) => VALUES[knob].map((value): Edit => ({ kind: 'set', group, knob, value }))),
  );

  it('each limit has a command that writes a file of its own group, and a spelling in version 1', () => {
    const commands = every.map((edit) => commandOf(edit)!);
    expect(new Set(commands).size).toBe(commands.length);
    for (const command of commands)
      expect(command).toMatch(/^echo \S.* > \/sys\/fs\/cgroup(\/\w+)*\/[a-z]+\.[a-z]+$/);
    for (const knob of KNOBS) for (const value of VALUES[knob]) expect(contentV1(knob, value)).not.toBe('');
    expect(contentOf('quota', 20)).toBe('20000 100000');
    expect(commandOf({ kind: 'set', group: 'train', knob: 'quota', value: 20 })).toBe(
      'echo 20000 100000 > /sys/fs/cgroup/batch/train/cpu.max',
    );
  });

  it.each(LANGUAGES)('the panel tells in %s what was refused, by errno, and what was not', (lang) => {
    const markup = drawn('refused', lang);
    for (const errno of ['EBUSY', 'ENOENT']) expect(markup).toContain(`<b>${errno}</b>`);
    expect(drawn('quota.python_in_web', lang)).not.toContain('is-refused');
    const { refused } = applyEdits(SETUP.quota, readEdits('python_in_batch,root_quota_50'));
    for (const { errno } of refused) expect(messages[lang]).toHaveProperty([`errno-${errno.toLowerCase()}`]);
  });

  it('a process that is moved stands in its new group', () => {
    const t = translator<string>(messages.en, 'en');
    for (const layout of [WIDE, NARROW])
      for (const group of GROUPS) {
        const { state } = runCgroups({ scene: 'quota', edits: `python_in_${group}` }).steps[1]!;
        const home = state.setup.processes.python.group;
        const pill = pillsOf(state, layout, t).find(({ id }) => id === 'python')!;
        const { y, height } = layout.frames[home];
        expect(pill.y).toBeGreaterThan(y);
        expect(pill.y + layout.pills.height).toBeLessThanOrEqual(y + height);
      }
  });

  it.each([WIDE, NARROW])('pills never overlap, in no crowd: $id', (layout) => {
    const t = translator<string>(messages.en, 'en');
    for (const group of GROUPS.filter((id) => id !== 'batch'))
      for (const load of LOADS) {
        const edits = ['nginx', 'python', 'sort', 'shell'].map((id) => `${id}_in_${group}`).join(',');
        const { steps } = runCgroups({ scene: 'weight', edits: `${edits},python_load_${load}` });
        for (const { state } of steps) {
          const pills = [...pillsOf(state, layout, t)];
          pills.forEach((pill, i) => {
            const next = pills[i + 1];
            if (next) expect(pill.x + pill.width).toBeLessThan(next.x);
          });
          expect(pills.at(-1)!.x + pills.at(-1)!.width).toBeLessThanOrEqual(layout.pills.right);
        }
      }
  });
});

it('every step of every scene speaks both languages in picture and panels, without NaN', () => {
  for (const scene of SCENES)
    for (const lang of LANGUAGES)
      for (let i = 0; i <= 10; i++) expect(drawn(`${scene}.`, lang, i)).not.toMatch(/NaN|undefined/);
});

it('a caption never carries code inside bold, which would show its marks', () => {
  for (const text of [...Object.values(messages.en), ...Object.values(messages['zh-cn'])])
    for (const [bold] of text.matchAll(/\*\*[^*]+\*\*/g)) expect(bold).not.toContain('`');
});

it('the overview has a name for every controller, and opens every scene', () => {
  for (const lang of LANGUAGES)
    for (const { id } of CONTROLLERS) expect(messages[lang]).toHaveProperty([`controller-${id}`]);
  expect(CONTROLLERS.flatMap(({ scene }) => scene ?? []).toSorted()).toEqual([...SCENES].toSorted());
});

it('the state of a step is that of its own period', () => {
  const { steps } = figure.run({ scene: 'memory', edits: '' });
  steps.forEach((step, i) => expect((step.state as CgroupsState).period.number).toBe(i));
});
