/** Why: the lesson opens on the recording; the kernel and the panel where calls are made come when a scene of theirs is wanted. */
import { partOf } from '../part';

export const model = partOf(
  import.meta.env.SSR ? (await import('./model-part')).modelPart : undefined,
  async () => (await import('./model-part')).modelPart,
);
