/** Why: all that the figure says in one language: the story's sentences, and the words of picture and panels. */
import { captions } from './captions.en';
import { labels } from './labels.en';

export const messages = { ...captions, ...labels };
export type MessageKey = keyof typeof messages;
