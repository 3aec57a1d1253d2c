/** Why: the same lesson text stands on the lesson's page and on paper; on paper its components must know which pictures there are. */
import type { KeyStrip } from '../../content/key-steps';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Astro reads this name
  namespace App {
    interface Locals {
      /** The strips of the lesson that is being made into a handout. */
      strips?: readonly KeyStrip[];
    }
  }
}
