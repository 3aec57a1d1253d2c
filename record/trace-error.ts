/** Why: a raw trace that is not understood must tell where, what stands there, and what should. */

/** What is wrong in a raw trace, where, and what was expected. `message` is `file:line: …`. */
export class TraceError extends Error {
  constructor(file: string, line: number, found: string, expected: string) {
    super(`${file}:${line}: found ${found}; expected ${expected}`);
    this.name = 'TraceError';
  }
}
