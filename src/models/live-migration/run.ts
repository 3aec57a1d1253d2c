/** Why: one migration of one guest by one method, from the command to the end, as a trace. */
import type { Trace } from '../../lib/trace';
import { PROVENANCE } from './provenance';
import { preCopyStory } from './story-precopy';
import { postCopyStory, stopCopyStory } from './story-others';
import type { Method, MigrationState, Setup } from './types';

function storyOf(method: Method, setup: Setup) {
  switch (method) {
    case 'pre-copy':
    case 'auto-converge':
      return preCopyStory(method, setup);
    case 'post-copy':
      return postCopyStory(setup);
    case 'stop-copy':
      return stopCopyStory(setup);
  }
}

export const runMigration = (method: Method, setup: Setup): Trace<MigrationState> => ({
  source: 'model',
  provenance: PROVENANCE,
  steps: storyOf(method, setup),
});
