/** Why: the lesson opens on a recorded ping; the load with its picture, panels and sliders comes when it is wanted. */
import { partOf } from '../part';

export const load = partOf(
  import.meta.env.SSR ? (await import('./load-part')).loadPart : undefined,
  async () => (await import('./load-part')).loadPart,
);
