/** Why: what real KVM did with the same two programs, counted in the recordings; the model is shown beside it. */
import { provenance, runs } from '../../../content/recordings/kvm-counts.json';
import type { Recorded, RecordedCount } from '../../models/address-translation/recorded';

/** Scene of the recordings that each operation repeats. */
const SCENE = { 'context-switch': 'cr3', 'pte-edit': 'page-table' } as const;

/** @throws Error when the recording has no such run */
function count(operation: keyof typeof SCENE, paging: 'nested' | 'shadow'): RecordedCount {
  const id = `${SCENE[operation]}-${paging}`;
  // The file is checked against its schema and its raw traces by the converter's test.
  const run = runs.find((each) => each.id === id);
  if (!run) throw new Error(`recording kvm-counts has no run "${id}"`);
  return { exits: run.total, reasons: run.counts as Readonly<Record<string, number>> };
}

export const RECORDED: Recorded = {
  'context-switch': { nested: count('context-switch', 'nested'), shadow: count('context-switch', 'shadow') },
  'pte-edit': { nested: count('pte-edit', 'nested'), shadow: count('pte-edit', 'shadow') },
};

/** When and with what it was recorded: `Linux …, ISO date`. */
export const RECORDED_WITH = `${provenance.versions.Linux}, ${provenance.date}`;
