/** Why: the guest's memory, one page of which holds page tables: a VMM write-protects that page to keep its shadow true. */

/** An exception, before anything was changed. */
export class Fault extends Error {
  readonly vector: '#GP' | '#PF';
  constructor(vector: '#GP' | '#PF') {
    super(vector);
    this.vector = vector;
  }
}

/** Bytes of guest memory; addresses wrap, so that any program stays inside. */
const SIZE = 0x8000;
/** The page that holds the guest's page table. */
export const TRACED = { from: 0x5000, to: 0x6000 } as const;
/** Where a kernel stack begins, downwards; the TSS names it for interrupts from ring 3. */
export const KERNEL_STACK = 0x7000;
export const USER_STACK = 0x4800;

export class Memory {
  readonly bytes: Uint8Array;
  /** The VMM's copy of the traced page; absent on bare metal. */
  readonly shadow: Uint8Array | null;
  /** While the VMM itself writes, nothing faults and the shadow follows. */
  private open = false;

  constructor(code: Readonly<Record<number, readonly number[]>>, traced: boolean) {
    this.bytes = new Uint8Array(SIZE);
    for (const [at, bytes] of Object.entries(code)) this.bytes.set(bytes, Number(at));
    this.shadow = traced ? this.bytes.slice(TRACED.from, TRACED.to) : null;
  }

  read8 = (address: number): number => this.bytes[address % SIZE]!;

  /** Little-endian, as all of x86. */
  read32(address: number): number {
    const byte = (i: number) => this.read8(address + i);
    return (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)) >>> 0;
  }

  /** @throws Fault #PF, before anything was written, if the page is write-protected */
  write32(address: number, value: number): void {
    const places = [0, 1, 2, 3].map((i) => (address + i) % SIZE);
    const inTraced = (place: number) => place >= TRACED.from && place < TRACED.to;
    if (this.shadow && !this.open && places.some(inTraced)) throw new Fault('#PF');
    places.forEach((place, i) => {
      const byte = (value >>> (8 * i)) & 255;
      this.bytes[place] = byte;
      if (this.shadow && inTraced(place)) this.shadow[place - TRACED.from] = byte;
    });
  }

  /** What stands in memory: every 32-bit word that is not 0, with its address, as one text. */
  words(): string {
    const words = new Uint32Array(this.bytes.buffer);
    return words.reduce((text, word, i) => (word === 0 ? text : `${text} ${i * 4}:${word}`), '');
  }

  /** Does something with the VMM's right to write anywhere. */
  asVmm<T>(work: () => T): T {
    this.open = true;
    try {
      return work();
    } finally {
      this.open = false;
    }
  }
}
