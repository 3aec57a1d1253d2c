import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { translator } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import type { Snapshot } from '../../models/namespaces/snapshot';
import type { NamespacesState } from '../../models/namespaces/state';
import { ERRNOS, REASONS } from '../../models/namespaces/types';
import type { Frame } from '../contract';
import { parseScenario } from '../scenario';
import { CallsPanel } from './CallsPanel';
import { figure } from './figure';
import { badges } from './letters';
import { messages as en } from './messages.en';
import { runRecorded } from './recording';
import { SeesPanel } from './SeesPanel';
import { View } from './view';

const t = translator<string>(en, 'en');
const run = (ref: string) =>
  figure.run(parseScenario(figure, ref).scenario) as unknown as Trace<NamespacesState>;
const idsOf = (trace: Trace<NamespacesState>) => trace.steps.map(({ id }) => id);
const draw = (trace: Trace<NamespacesState>, index: number, viewer = 'follow') => {
  const frame: Frame<NamespacesState> = {
    trace,
    index,
    step: trace.steps[index]!,
    scenario: { scene: 'by-hand', calls: '', viewer },
  };
  const props = { frame, t, lang: 'en' as const, uid: 'fig' };
  return {
    picture: renderToStaticMarkup(createElement(View, props)),
    sees: renderToStaticMarkup(createElement(SeesPanel, props)),
  };
};

describe('the recorded scene', () => {
  const trace = runRecorded();
  it('has a step for every call, and says each as it was made', () => {
    expect(trace.steps).toHaveLength(43);
    expect(trace.steps.slice(1).every(({ state }) => state.calls.length === 1)).toBe(true);
    expect(figure.facts(trace as never)).toMatchObject({
      refused: 4,
      'errno.refused-uts': 'EPERM',
      'errno.refused-pivot': 'EINVAL',
      'errno.refused-setns': 'EINVAL',
      'errno.refused-fork': 'ENOMEM',
      'pid-inside.fork': 1,
      'pid-inside.visitor': 3,
      'uid-inside.user': 65534,
      'visible-pids.visitor': '1 2 3',
    });
  });
  it('a ps shows what its /proc was mounted for: the host until the box has one of its own', () => {
    const facts = figure.facts(trace);
    expect(facts['visible-pids.proc']).toBe('1 100 101 102 103');
    expect(facts['visible-pids.pivot']).toBe('1');
  });
  it('asks what the recording answers', () => {
    const answer = (id: string) => trace.steps.find((step) => step.id === id)?.ask?.answer;
    expect(answer('refused-uts')).toBe('EPERM');
    expect(answer('fork')).toBe('n-1');
    expect(answer('worker')).toBe('n-2');
    expect(answer('end')).toBe('none-left');
  });
  it('never tells how a call ends that is still to come: it may be asked', () => {
    const trace = runRecorded();
    const frame = {
      trace,
      index: 0,
      step: trace.steps[0]!,
      scenario: { scene: 'by-hand', calls: '', viewer: 'follow' },
    };
    const panel = renderToStaticMarkup(createElement(CallsPanel, { frame, t, lang: 'en', uid: 'fig' }));
    expect(panel).toContain('unshare(CLONE_NEWUTS)');
    expect(panel).not.toContain('EPERM');
  });
  it('draws whoever ended in this step once more, and not in the next', () => {
    const at = idsOf(trace).indexOf('end');
    expect(draw(trace, at).picture).toContain('is-gone');
    expect(draw(trace, at + 1).picture).not.toContain('is-gone');
  });
});

describe('a live machine’s snapshot', () => {
  const first = { mnt: 41, uts: 38, ipc: 39, pid: 36, net: 40, user: 37, cgroup: 35, time: 34 };
  // As an agent reports it: no user ids, mounts, links or answers.
  const snapshot: Snapshot = {
    procs: [
      { pid: 1, ppid: 0, st: 'S', comm: 'init', nspid: '1', cg: '/', ns: first },
      { pid: 42, ppid: 1, st: 'S', comm: 'bash', nspid: '42', cg: '/', ns: first },
      { pid: 43, ppid: 42, st: 'S', comm: 'sh', nspid: '43 1', cg: '/', ns: { ...first, pid: 90, uts: 91 } },
    ],
  };
  const trace: Trace<NamespacesState> = {
    ...run('pid-1'),
    steps: [
      {
        id: 'live',
        at: 0,
        unit: 'steps',
        caption: { key: 'title' },
        focus: [],
        state: { scene: 'free', calls: [], snapshot, viewer: 43 },
      },
    ],
  };
  it('is drawn by the same view: two numbers for one process, and the partition', () => {
    const { picture } = draw(trace, 0);
    expect(picture).toContain('pid:[90]');
    expect(picture).toContain('>43<');
    expect(badges(trace)(90).letter).toBe('B');
    expect(badges(trace)(36).letter).toBe('A');
  });
  it('tells of a process’s view what is known, and no more', () => {
    const { sees } = draw(trace, 0);
    expect(sees).toContain('ps -e');
    expect(sees).not.toContain('hostname');
  });
});

describe('whose view', () => {
  it('may be anybody’s, there or not', () => {
    const trace = run('pid-1');
    expect(draw(trace, 0, 'p40').sees).toContain('bash');
    expect(draw(trace, 0, 'p100').sees).toContain('Process 100 is not there');
    expect(parseScenario(figure, 'pid-1..p40').scenario['viewer']).toBe('p40');
    expect(parseScenario(figure, 'pid-1..40').scenario['viewer']).toBe('p40');
    expect(parseScenario(figure, 'pid-1..nobody').problems).toHaveLength(1);
  });
});

it('the ready calls: one box, and six refusals of as many kinds as are promised', () => {
  expect(figure.facts(run('rootless') as never)).toMatchObject({
    refused: 1,
    host: 'web',
    'visible-pids': '1',
  });
  const errors = run('refused').steps.flatMap(({ state }) => state.calls.flatMap(({ error }) => error ?? []));
  expect(errors).toEqual(['EPERM', 'EPERM', 'EINVAL', 'EACCES', 'ENOMEM', 'EADDRINUSE']);
});

it('every errno and every reason has its words', () => {
  for (const errno of ERRNOS) expect(en).toHaveProperty([`option.${errno}`]);
  for (const reason of REASONS) expect(en).toHaveProperty([`reason.${reason}`]);
});

it('bold text holds no code: the two marks do not nest', () => {
  for (const [key, text] of Object.entries(en))
    for (const [bold] of text.matchAll(/\*\*[^*]+\*\*/g)) expect(bold, key).not.toContain('`');
});

it('refuses a scene that it does not have', () => {
  expect(() => figure.run({ scene: 'zone', calls: '', viewer: 'follow' })).toThrow('found no scene "zone"');
});
