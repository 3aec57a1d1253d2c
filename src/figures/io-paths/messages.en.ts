/** Why: all that the figure says in one language: the story's sentences, and the words of picture and panels. */
import { caveatsIn } from '../../lib/recorded';
import { captions } from './captions.en';
import { labels } from './labels.en';
import { PROVENANCE } from './recordings';

export const messages = { ...captions, ...labels, ...caveatsIn(PROVENANCE, 'en') };
