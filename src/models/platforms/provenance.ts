/** Why: a model says what it leaves out and where its ways come from. */
import type { Provenance } from '../../lib/trace';
import { SOURCES } from './sources';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['beat', 'one', 'forms', 'completion', 'notify', 'vmware', 'host', 'copies', 'container'].map(
    (id) => ({ key: `simplifies-${id}` }),
  ),
  references: [
    ...Object.values(SOURCES),
    { label: 'yulyugin/vmlatency', url: 'https://github.com/yulyugin/vmlatency' },
  ],
};
