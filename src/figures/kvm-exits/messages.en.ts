/** Why: the sentences of one language, with the caveats as the recordings themselves tell them. */
import { en } from './captions.en';
import { caveatsIn } from './recordings';

export const messages = { ...en, ...caveatsIn('en') };
