import { describe, expect, it } from 'vitest';
import { untar } from '../tar';
import { archiveOf, SCENES, type Left } from './archives';
import { raw } from './committed';

/** A start that left every file of every recording; Xen's binary trace is a window with one switch. */
const TRACE = Buffer.from('03f00120000000001c0000000a8002c00100000000000000000000000000000001000000', 'hex');
const anything: Left = {
  get: (name: string) =>
    name.endsWith('.bin') ? Buffer.concat([TRACE, Buffer.alloc(4)]) : Buffer.from(name),
} as unknown as Left;

describe('archiveOf', () => {
  const left = { ping: anything, reserved: anything, unreserved: anything };

  it.each(SCENES)('%s: has the files of the committed archive, under their names', (scene) => {
    const files = untar('t', archiveOf(scene, left));
    expect([...files.keys()]).toEqual([...untar('t', raw[scene].data).keys()]);
  });

  it('lists traces of Xen’s and leaves all else as it was', () => {
    const files = untar('t', archiveOf('xen-fork', left));
    expect(files.get('fork.xentrace.txt')!.toString()).toBe(
      '# xentrace: 1 records from clock 1\n0 0 2800a 0 0 1 0\n',
    );
    expect(files.get('fork.domu.txt')!.toString()).toBe('fork.domu.txt');
    expect(untar('t', archiveOf('xen-domains', left)).get('reserved-before-xl-list.txt')!.toString()).toBe(
      'before-xl-list.txt',
    );
  });

  it('says which file is missing, of which start', () => {
    expect(() => archiveOf('xen-domains', { ...left, unreserved: new Map() })).toThrow(
      'unreserved.tar: found no before-xl-list.txt; expected it of Domain 0, which says why in unreserved.serial.txt',
    );
  });
});
