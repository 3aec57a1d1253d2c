import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openQmp, type QmpEvent } from './qmp';

/** A QEMU of three lines: `answer` gives what it prints for each command. */
function pretend(answer: (command: string, id: number, args: unknown) => string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  output.write('{"QMP": {"version": {}, "capabilities": ["oob"]}}\n');
  input.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().trim().split('\n')) {
      const asked = JSON.parse(line) as { execute: string; id: number; arguments?: unknown };
      const { execute, id } = asked;
      output.write(
        execute === 'qmp_capabilities'
          ? `{"return": {}, "id": ${id}}\n`
          : `${answer(execute, id, asked.arguments)}\n`,
      );
    }
  });
  return { input, output };
}
const never = () => {
  throw new Error('no event was expected');
};

describe('openQmp', () => {
  it('gives each command its own reply, whatever the order they come in', async () => {
    const held: string[] = [];
    const machine = pretend((command, id) => {
      held.push(`{"return": "${command}", "id": ${id}}`);
      return held.length < 2 ? '{"QMP": {}}' : held.reverse().join('\n');
    });
    const execute = await openQmp(machine, never);
    expect(await Promise.all([execute('query-a'), execute('query-b')])).toEqual(['query-a', 'query-b']);
  });

  it('passes the arguments on, and the events with their time in microseconds', async () => {
    const events: QmpEvent[] = [];
    const machine = pretend(
      (_, id, args) =>
        `{"event": "STOP", "timestamp": {"seconds": 2, "microseconds": 5}}\n{"return": ${JSON.stringify(args)}, "id": ${id}}`,
    );
    const execute = await openQmp(machine, (event) => events.push(event));
    expect(await execute('balloon', { value: 7 })).toEqual({ value: 7 });
    expect(events).toEqual([{ event: 'STOP', data: {}, at: 2_000_005 }]);
  });

  it('says what QEMU refuses, in its own words', async () => {
    const execute = await openQmp(
      pretend((_, id) => `{"error": {"class": "GenericError", "desc": "no such"}, "id": ${id}}`),
      never,
    );
    await expect(execute('nonsense')).rejects.toThrow('QMP nonsense: no such');
  });

  it('rejects what waits, and what comes after, when QEMU goes or prints something else', async () => {
    const machine = pretend(() => '');
    const lost = pretend(() => '{"half": 1}');
    const [execute, other] = [await openQmp(machine, never), await openQmp(lost, never)];
    machine.output.removeAllListeners('data');
    const waits = execute('query-status');
    machine.output.end();
    await expect(waits).rejects.toThrow(/^QMP query-status: /);
    await expect(execute('quit')).rejects.toThrow(/^QMP quit: /);
    await expect(other('query-status')).rejects.toThrow('found {"half": 1}; expected a greeting');
  });
});
