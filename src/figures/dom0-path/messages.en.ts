/** Why: the sentences of one language, with the caveats as the recording itself tells them. */
import { captions } from './captions.en';
import { labels } from './labels.en';
import { caveatsIn } from './recordings';

export const messages = { ...labels, ...captions, ...caveatsIn('en') };
