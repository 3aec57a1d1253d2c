import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingSchema } from './recording';
import { snapshotsRecordingSchema, type SnapshotsRecording } from './recording-snapshots';

const text = readFileSync(
  path.resolve(import.meta.dirname, '../../content/recordings/containers-by-hand.json'),
  'utf8',
);
const fresh = (): SnapshotsRecording => snapshotsRecordingSchema.parse(JSON.parse(text));
/** What the schema says after one change. */
function problemsAfter(change: (recording: SnapshotsRecording) => void): readonly string[] {
  const recording = fresh();
  change(recording);
  const result = snapshotsRecordingSchema.safeParse(recording);
  return result.success
    ? []
    : result.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
}

describe('snapshotsRecordingSchema', () => {
  it('is one of the kinds of recording', () => {
    expect(recordingSchema.parse(JSON.parse(text)).kind).toBe('snapshots');
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it('wants each process in exactly one namespace of each kind', () => {
    expect(problemsAfter(({ namespaces }) => namespaces[0]!.pop())).not.toEqual([]);
    expect(problemsAfter(({ namespaces }) => (namespaces[1]![1] = namespaces[1]![0]!))).toContainEqual(
      expect.stringMatching(/^namespaces\.\d\.1: namespace \d+ is of kind mnt; found as uts$/),
    );
  });

  it('names an index outside its table', () => {
    const { processes, links } = fresh();
    expect(problemsAfter(({ steps }) => (steps[4]!.state.procs[0] = processes.length))[0]).toBe(
      `steps.4.state.procs.0: index ${processes.length} is outside "processes", which has ${processes.length} entries`,
    );
    expect(problemsAfter(({ steps }) => steps[4]!.state.nets[0]!.push(99))[0]).toBe(
      `steps.4.state.nets.0.2: index 99 is outside "links", which has ${links.length} entries`,
    );
  });

  it('wants every process, parent, control group and network namespace told', () => {
    expect(
      problemsAfter(({ steps }) => steps[3]!.state.procs.push(steps[3]!.state.procs[0]!)),
    ).toContainEqual(expect.stringMatching(/process 1 stands twice$/));
    expect(problemsAfter(({ steps }) => steps[3]!.state.procs.shift())).toContainEqual(
      expect.stringMatching(/parent 1 of process \d+ is not there$/),
    );
    const joined = fresh().steps.findIndex(({ id }) => id === 'cgroup-joined');
    expect(problemsAfter(({ steps }) => steps[joined]!.state.cgroups.pop())).toContainEqual(
      expect.stringMatching(/control group \/box of process \d+ is not there$/),
    );
    expect(problemsAfter(({ steps }) => steps[joined]!.state.nets.pop())).toContainEqual(
      expect.stringMatching(/the links of network namespace \d+ of process \d+ are not there$/),
    );
  });

  it('wants an error exactly where a call was refused, and a call in all steps but the first', () => {
    expect(problemsAfter(({ steps }) => (steps[1]!.call!.result = 0))).toEqual([
      'steps.1.call.error: expected the name of the error exactly where the call was refused',
    ]);
    expect(problemsAfter(({ steps }) => delete steps[2]!.call)).toEqual([
      'steps.2.call: expected a call in every step but the first',
    ]);
    expect(problemsAfter(({ steps }) => (steps[2]!.id = steps[1]!.id))).toEqual([
      `steps.2.id: step "${fresh().steps[1]!.id}" stands twice`,
    ]);
  });
});
