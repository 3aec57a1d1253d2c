/** Why: all that the figure says in one language: the story's sentences, and the words of picture and panels. */
import { caveatsIn } from '../../lib/recorded';
import { captions } from './captions.zh-cn';
import { labels } from './labels.zh-cn';
import { PROVENANCE } from './recordings';

export const messages = { ...captions, ...labels, ...caveatsIn(PROVENANCE, 'zh-cn') };
