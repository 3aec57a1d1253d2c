/** Why: a model says what it leaves out and where its rules come from. */
import type { Provenance } from '../../lib/trace';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['walk', 'round', 'link', 'device', 'fault', 'rest'].map((id) => ({ key: `simplifies-${id}` })),
  references: [
    {
      label: 'Clark et al., “Live Migration of Virtual Machines”, NSDI 2005',
      url: 'https://www.usenix.org/conference/nsdi-05/live-migration-virtual-machines',
    },
    {
      label: 'QEMU, docs/devel/migration/main.rst',
      url: 'https://www.qemu.org/docs/master/devel/migration/main.html',
    },
    {
      label: 'QEMU, docs/devel/migration/postcopy.rst',
      url: 'https://www.qemu.org/docs/master/devel/migration/postcopy.html',
    },
    {
      label:
        'QEMU, migration/options.c (defaults: downtime-limit 300 ms, cpu-throttle-initial 20, cpu-throttle-increment 10)',
      url: 'https://gitlab.com/qemu-project/qemu/-/blob/master/migration/options.c',
    },
  ],
};
