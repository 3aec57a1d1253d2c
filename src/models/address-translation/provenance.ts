/** Why: a model says what it leaves out and where its rules and numbers come from. */
import type { Provenance } from '../../lib/trace';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['caches', 'format', 'pcid', 'shadow', 'faults', 'time', 'touched'].map((id) => ({
    key: `simplifies-${id}`,
  })),
  references: [
    { label: 'Bhargava, Serebrin, Spadini, Manne: Accelerating Two-Dimensional Page Walks, ASPLOS 2008' },
    { label: 'AMD64 Architecture Programmer’s Manual, volume 2, chapters 5 and 15' },
    { label: 'Intel SDM, volume 3, chapters on paging, EPT and VPID' },
    {
      label: 'Linux kernel documentation: The x86 kvm shadow mmu',
      url: 'https://docs.kernel.org/virt/kvm/x86/mmu.html',
    },
  ],
};
