/** Why: a model says what it leaves out and where its rules and numbers come from. */
import type { Provenance } from '../../lib/trace';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: [
    'subset',
    'sequences',
    'interrupts',
    'own-code',
    'segments',
    'cost',
    'rivals',
    'threshold',
  ].map((id) => ({
    key: `simplifies-${id}`,
  })),
  references: [
    {
      label: 'K. Adams and O. Agesen, ASPLOS XII, 2006 (cycles: as quoted in a public test suite)',
      url: 'https://doi.org/10.1145/1168857.1168860',
    },
    {
      label: 'E. Bugnion et al., ACM TOCS 30(4), 2012 (original VMware Workstation)',
      url: 'https://doi.org/10.1145/2382553.2382554',
    },
    {
      label: 'Intel SDM, volume 2 (encodings)',
      url: 'https://www.intel.com/content/www/us/en/developer/articles/technical/intel-sdm.html',
    },
  ],
};
