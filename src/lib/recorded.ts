/** Why: every recording tells the same of itself; a figure passes it on with the caveats as messages. */
import type { Lang, Messages } from './message';
import type { Provenance } from './trace';

type Recorded = Extract<Provenance, { kind: 'recorded' }>;

/** Head of a recording's file, as figures read it (schemas/recording-head.ts checks it). */
export type RecordedHead = Omit<Recorded, 'kind' | 'caveats'> & {
  readonly caveats: readonly Readonly<Record<Lang, string>>[];
};

/** A trace's provenance, its caveats the messages `caveat.<n>` of `caveatsIn`. */
export const provenanceOf = ({ tool, versions, command, date, sha256, caveats }: RecordedHead): Recorded => ({
  kind: 'recorded',
  ...{ tool, versions, command, date, sha256 },
  caveats: caveats.map((_, i) => ({ key: `caveat.${i}` })),
});

/** The recording's own caveats in one language, as the messages `caveat.<n>`. */
export const caveatsIn = ({ caveats }: Pick<RecordedHead, 'caveats'>, lang: Lang): Messages =>
  Object.fromEntries(caveats.map((text, i) => [`caveat.${i}`, text[lang]]));
