import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertEmulated } from '../qemu';
import { parametersOf, RUNS } from './runs';
import { migrationArguments, PARAMETERS_AT, TICKS_AT } from './machines';

describe('a migration', () => {
  it.each(['source', 'destination'] as const)('emulates its %s', (side) => {
    expect(() => assertEmulated(migrationArguments(side), 'wall')).not.toThrow();
  });

  it('gives both sides the same machine', () => {
    const [source, destination] = [migrationArguments('source'), migrationArguments('destination')];
    expect(destination.slice(0, source.length).map((word) => word.replace('destination', 'source'))).toEqual(
      source,
    );
    expect(destination.slice(source.length)).toEqual(['-incoming', 'defer']);
  });

  it('writes the parameters where the guest reads them', () => {
    const guest = readFileSync(path.join(import.meta.dirname, 'guest.S'), 'utf8');
    const from = guest.indexOf(`.org ${PARAMETERS_AT} `);
    const names = [...guest.slice(from, guest.indexOf('begin:', from)).matchAll(/^(\w+): +\.long/gm)];
    expect(names.map(([, name]) => name)).toEqual([
      'filled_pages',
      'working_pages',
      'pages_per_tick',
      'ticks',
    ]);
    expect(TICKS_AT).toBe(0x7c00 + PARAMETERS_AT + 4 * 3);
  });

  it('differs from run to run in what is named as its parameters', () => {
    const distinct = new Set(
      RUNS.map((run) => JSON.stringify([parametersOf(run), run.end, run.cancelAtPass])),
    );
    expect(distinct.size).toBe(RUNS.length);
  });
});
