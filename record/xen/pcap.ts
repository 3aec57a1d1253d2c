/**
 * Why: what QEMU saw on the wire, on the clock of the traces. Reads the classic pcap format (magic 0xa1b2c3d4, Ethernet)
 * that QEMU's filter-dump writes, and says of each frame of ICMP echo what it is.
 */
import { ByteError } from './xentrace.ts';

export interface Frame {
  /** Where it stands in the file. */
  readonly byte: number;
  /** Instructions on the traces' clock: the last of the microsecond that the capture tells. */
  readonly clock: number;
  readonly data: Buffer;
}

/** QEMU's clock begins here: `-rtc base=2026-01-01`. */
const BASE_SECONDS = Date.UTC(2026, 0, 1) / 1000;
const HEAD = 24;
const RECORD = 16;
const ETHERNET = 1;

/** @throws ByteError: no pcap of Ethernet, a frame cut short, a clock that runs backwards */
export function parsePcap(file: string, data: Buffer): readonly Frame[] {
  if (data.length < HEAD || data.readUInt32LE(0) !== 0xa1b2c3d4)
    throw new ByteError(file, 0, 'no head of a pcap', 'the magic number 0xa1b2c3d4');
  if (data.readUInt32LE(20) !== ETHERNET)
    throw new ByteError(file, 20, `link type ${data.readUInt32LE(20)}`, 'Ethernet, 1');
  const frames: Frame[] = [];
  for (let at = HEAD; at < data.length;) {
    const from = at + RECORD;
    if (from > data.length) throw new ByteError(file, at, 'a record cut short', `${RECORD} bytes`);
    const [seconds, micros, kept, length] = [0, 4, 8, 12].map((i) => data.readUInt32LE(at + i)) as [
      number,
      number,
      number,
      number,
    ];
    if (kept !== length) throw new ByteError(file, at, `${kept} bytes kept`, `all ${length} of the frame`);
    if (from + kept > data.length) throw new ByteError(file, at, 'a frame cut short', `${kept} bytes`);
    const clock = ((seconds - BASE_SECONDS) * 1e6 + micros) * 1000 + 999;
    const before = frames.at(-1)?.clock ?? 0;
    if (clock < before)
      throw new ByteError(file, at, `clock ${clock}, which runs backwards`, `at least ${before}`);
    frames.push({ byte: at, clock, data: data.subarray(from, from + kept) });
    at = from + kept;
  }
  return frames;
}

const ECHO: Readonly<Record<number, string>> = { 0: 'reply', 8: 'request' };
const address = (data: Buffer, at: number) => data.subarray(at, at + 4).join('.');

/** `ICMP echo request 10.0.2.100 > 10.0.2.2 length 98`, or undefined for any other frame. */
export function describeEcho({ data }: Frame): string | undefined {
  const isIcmp = data.length >= 42 && data.readUInt16BE(12) === 0x0800 && data[14] === 0x45 && data[23] === 1;
  const kind = isIcmp ? ECHO[data[34]!] : undefined;
  if (kind === undefined) return undefined;
  return `icmp_echo_${kind}: ${address(data, 26)} > ${address(data, 30)} seq ${data.readUInt16BE(40)} len=${data.length}`;
}
