/** Why: the sentences of one language, with the caveats as the recording itself tells them. */
import { caveatsIn } from '../../lib/recorded';
import { captions } from './captions.en';
import { labels } from './labels.en';
import { RECORDING } from './recordings';

export const messages = { ...labels, ...captions, ...caveatsIn(RECORDING.provenance, 'en') };
