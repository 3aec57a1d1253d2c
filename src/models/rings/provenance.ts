/** Why: a model says what it leaves out and where its rules and numbers come from. */
import type { Provenance } from '../../lib/trace';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['one-cpu', 'costs', 'p4', 'exit-cost', 'vmm', 'handlers', 'gdt', 'xen', 'same-cpuid'].map(
    (id) => ({
      key: `simplifies-${id}`,
    }),
  ),
  references: [
    { label: 'Robin & Irvine, USENIX Security 2000' },
    { label: 'Adams & Agesen, ASPLOS 2006' },
    { label: 'Intel SDM, volume 3' },
    { label: 'yulyugin/vmlatency', url: 'https://github.com/yulyugin/vmlatency' },
  ],
};
