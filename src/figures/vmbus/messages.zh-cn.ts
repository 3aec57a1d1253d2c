/** Why: all sentences of one language: captions of the steps, and labels of everything else. */
import { captions } from './captions.zh-cn';
import { labels } from './labels.zh-cn';

export const messages = { ...labels, ...captions };
