/** Why: the sentences of one language, with the caveats as the recordings themselves tell them. */
import { caveatsIn } from '../../lib/recorded';
import { en } from './captions.en';
import { RECORDINGS } from './recordings';

export const messages = { ...en, ...caveatsIn(RECORDINGS.nested.provenance, 'en') };
