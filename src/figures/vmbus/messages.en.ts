/** Why: all sentences of one language: captions of the steps, and labels of everything else. */
import { captions } from './captions.en';
import { labels } from './labels.en';

export const messages = { ...labels, ...captions };
