/** Why: all sentences of one language, with the caveats as the recording itself tells them. */
import { caveatsIn } from '../../lib/recorded';
import { captions } from './captions.en';
import { words } from './words.en';
import { PROVENANCE } from './recording';

export const messages = { ...words, ...captions, ...caveatsIn(PROVENANCE, 'en') };
