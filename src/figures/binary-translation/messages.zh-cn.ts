/** Why: all that the figure says in one language: the story's sentences, and the words of picture and panels. */
import type { MessageKey } from './messages.en';
import { captions } from './captions.zh-cn';
import { labels } from './labels.zh-cn';

export const messages: Record<MessageKey, string> = { ...captions, ...labels };
