/** Why: what real KVM did with the same two programs, counted in the recordings; the model is shown beside it. */
import nestedJson from '../../../content/recordings/kvm-nested.json';
import shadowJson from '../../../content/recordings/kvm-shadow.json';
import { countReasons, exitsOf } from '../../models/kvm-exits/exits';
import type { Recording } from '../../models/kvm-exits/lines';
import type { Recorded, RecordedCount } from '../../models/address-translation/recorded';

// The files are checked against their schema and their raw traces by the converter's test.
const files = { nested: nestedJson, shadow: shadowJson } as unknown as Record<'nested' | 'shadow', Recording>;

/** Scene of the recordings that each operation repeats. */
const SCENE = { 'context-switch': 'cr3', 'pte-edit': 'page-table' } as const;

function count(operation: keyof typeof SCENE, paging: 'nested' | 'shadow'): RecordedCount {
  const { exits } = exitsOf(files[paging], SCENE[operation]);
  return { exits: exits.length, reasons: countReasons(exits) };
}

export const RECORDED: Recorded = {
  'context-switch': { nested: count('context-switch', 'nested'), shadow: count('context-switch', 'shadow') },
  'pte-edit': { nested: count('pte-edit', 'nested'), shadow: count('pte-edit', 'shadow') },
};

/** When and with what it was recorded: `Linux …, ISO date`. */
export const RECORDED_WITH = `${files.nested.provenance.versions['Linux'] ?? ''}, ${files.nested.provenance.date}`;
