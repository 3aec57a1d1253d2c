/** Why: all sentences of one language, with the caveats as the recording itself tells them. */
import { captions } from './captions.en';
import { caveatsIn } from './recording';
import { words } from './words.en';

export const messages = { ...words, ...captions, ...caveatsIn('en') };
