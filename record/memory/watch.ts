/** Why: a machine is watched from outside at an even pace, whatever the recorder is waiting for. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemoryEntry } from './journal.ts';

const POLL_MS = 100;
const PATIENCE_MS = 120_000;

export type Seen = Readonly<Record<string, number>>;

/** Samples a machine every 100 ms, and writes down what the guest says in between. */
export class Watch {
  readonly #from = performance.now();
  readonly #write: (entry: MemoryEntry) => void;
  readonly #look: () => Promise<Seen | undefined>;
  readonly #said: () => readonly string[];
  #heard = 0;

  /**
   * @param write takes each entry
   * @param look a sample, or undefined where there is none yet
   * @param said all lines that the guest has printed so far
   */
  constructor(
    write: (entry: MemoryEntry) => void,
    look: () => Promise<Seen | undefined>,
    said: () => readonly string[],
  ) {
    this.#write = write;
    this.#look = look;
    this.#said = said;
  }

  #now(): number {
    return Math.round((performance.now() - this.#from) * 1000);
  }

  note(what: string): void {
    this.#write({ kind: 'event', at: this.#now(), what });
  }

  /** @throws Error when `until` is not so within two minutes */
  async until(
    what: string,
    until: (seen: Seen, said: readonly string[]) => boolean,
    patience = PATIENCE_MS,
  ): Promise<void> {
    for (const from = performance.now(); performance.now() - from < patience; await sleep(POLL_MS)) {
      const said = this.#said();
      for (const line of said.slice(this.#heard)) this.note(line);
      this.#heard = said.length;
      const seen = await this.#look();
      if (seen === undefined) continue;
      this.#write({ kind: 'sample', at: this.#now(), values: seen });
      if (until(seen, said)) return;
    }
    throw new Error(`the guest was watched for ${patience / 1000} s; expected ${what}`);
  }

  async pause(milliseconds: number): Promise<void> {
    const from = performance.now();
    await this.until('time to pass', () => performance.now() - from >= milliseconds);
  }
}
