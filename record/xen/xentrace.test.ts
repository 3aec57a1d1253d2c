import { describe, expect, it } from 'vitest';
import { describeXen } from './events';
import { describeEcho, parsePcap } from './pcap';
import { readListing } from './listing';
import { listXentrace, parseXentrace } from './xentrace';

const words = (...values: readonly number[]) => {
  const data = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => data.writeUInt32LE(value >>> 0, 4 * i));
  return data;
};
/** A record with a clock. */
const record = (event: number, clock: number, ...data: readonly number[]) =>
  words(0x80000000 + data.length * 2 ** 28 + event, clock, 0, ...data);
const cpu = (number: number, ...records: readonly Buffer[]) => {
  const all = Buffer.concat(records);
  return Buffer.concat([words(0x2001f003, number, all.length), all]);
};
const texts = (data: Buffer) =>
  describeXen('t', readListing('t', listXentrace(parseXentrace('t', data)))).map(({ domain, text }) => [
    domain,
    text,
  ]);

const SWITCH = 0x2800a;
const HYPERCALL = 0x20100d;
const toGuest = record(SWITCH, 10, 0, 0, 1, 0);

describe('xentrace', () => {
  it('knows who runs, which hypercall it makes and with which of its arguments', () => {
    const copy = record(HYPERCALL, 20, 20 + (1 << 20) + (1 << 24), 5, 2);
    const block = record(SWITCH, 30, 1, 0, 0x7fff, 0);
    const after = record(HYPERCALL, 40, 32);
    expect(texts(cpu(0, toGuest, copy, block, after))).toEqual([
      [undefined, 'sched_switch: d0v0 -> d1v0'],
      [1, 'hypercall: op 20(grant_table_op) arg0=5(copy) arg2=2'],
      [1, 'sched_switch: d1v0 -> idle'],
      [undefined, 'hypercall: op 32(event_channel_op)'],
    ]);
  });

  it('keeps the clocks of two processors apart', () => {
    const data = Buffer.concat([
      cpu(0, record(SWITCH, 50, 0, 0, 1, 0)),
      cpu(1, record(SWITCH, 40, 0, 1, 2, 0)),
    ]);
    expect(parseXentrace('t', data).map(({ cpu, clock }) => [cpu, clock])).toEqual([
      [0, 50],
      [1, 40],
    ]);
  });

  it.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 't: byte 0: found no records'],
    [
      'a window cut short',
      cpu(0, toGuest).subarray(0, 30),
      "t: byte 0: found 18 bytes after the window's head",
    ],
    ['a record cut short', words(0x7001f002, 1), 't: byte 0: found a record cut short; expected 32 bytes'],
    ['lost records', words(0x1001f001, 7), 't: byte 0: found 7 lost records'],
    ['a record of no CPU', toGuest, 't: byte 0: found event 0x2800a; expected a record with a clock'],
    [
      'a clock that runs backwards',
      cpu(0, toGuest, record(HYPERCALL, 9, 32)),
      't: byte 40: found clock 9, which runs backwards; expected at least 10',
    ],
  ])('refuses %s', (_, data, message) => {
    expect(() => parseXentrace('t', data)).toThrow(message);
  });

  it('refuses an event and a hypercall that it does not know, by their place', () => {
    expect(() => texts(cpu(0, record(0x20106e, 1)))).toThrow('t:2: found event 0x20106e');
    expect(() => texts(cpu(0, record(HYPERCALL, 1, 99)))).toThrow('t:2: found hypercall 99');
  });
});

describe('the listing of xentrace', () => {
  const records = parseXentrace('t', cpu(0, toGuest, record(HYPERCALL, 25, 20, 0xffffffff)));
  const text = listXentrace(records);

  it('is text that loses nothing', () => {
    expect(text).toBe('# xentrace: 2 records from clock 10\n0 0 2800a 0 0 1 0\n15 0 20100d 14 ffffffff\n');
    expect(readListing('t', text)).toEqual(records.map((each, i) => ({ line: i + 2, ...each })));
  });

  it('is that of one processor', () => {
    expect(() => listXentrace([...records].reverse())).toThrow(
      'found clock 10 after 25; expected the records of one CPU',
    );
  });

  it.each([
    ['another file', 'hello\n', 't:1: found "hello"; expected "# xentrace: … records from clock …"'],
    ['a line cut short', text.slice(0, -1), 't:3: found a last line cut short; expected a line end'],
    [
      'a line too few',
      text.replace('0 0 2800a 0 0 1 0\n', ''),
      't:2: found 1 records; expected 2, as the head says',
    ],
    [
      'a clock that runs backwards',
      text.replace('15 0', '-15 0'),
      't:3: found "-15 0 20100d 14 ffffffff"; expected a record',
    ],
    [
      'a word that is no number',
      text.replace('ffffffff', 'fffg'),
      't:3: found "15 0 20100d 14 fffg"; expected a record',
    ],
  ])('refuses %s', (_, damaged, message) => {
    expect(() => readListing('t', damaged)).toThrow(message);
  });
});

describe('pcap', () => {
  const head = words(0xa1b2c3d4, 0x40002, 0, 0, 65536, 1);
  const frame = (micros: number, data: Buffer) =>
    Buffer.concat([words(Date.UTC(2026, 0, 1) / 1000, micros, data.length, data.length), data]);
  const echo = Buffer.alloc(98);
  echo.writeUInt16BE(0x0800, 12);
  echo.set([0x45], 14);
  echo.set([1], 23);
  echo.set([10, 0, 2, 100, 10, 0, 2, 2, 8], 26);

  it('puts a frame at the end of its microsecond and says what it is', () => {
    const [found] = parsePcap('p', Buffer.concat([head, frame(7, echo)]));
    expect(found!.clock).toBe(7999);
    expect(describeEcho(found!)).toBe('icmp_echo_request: 10.0.2.100 > 10.0.2.2 seq 0 len=98');
    expect(describeEcho({ ...found!, data: Buffer.alloc(60) })).toBeUndefined();
  });

  it.each<[string, Buffer, string]>([
    ['another file', Buffer.from('hello'), 'p: byte 0: found no head of a pcap'],
    [
      'a frame cut short',
      Buffer.concat([head, frame(7, echo)]).subarray(0, 100),
      'p: byte 24: found a frame cut short',
    ],
    [
      'a clock that runs backwards',
      Buffer.concat([head, frame(7, echo), frame(6, echo)]),
      'p: byte 138: found clock 6999, which runs backwards; expected at least 7999',
    ],
  ])('refuses %s', (_, data, message) => {
    expect(() => parsePcap('p', data)).toThrow(message);
  });
});
