/** Why: all that the figure says in one language: the story's sentences, and the words of picture and panels. */
import { captions } from './captions.zh-cn';
import { labels } from './labels.zh-cn';
import { caveatsIn } from './recordings';

export const messages = { ...captions, ...labels, ...caveatsIn('zh-cn') };
