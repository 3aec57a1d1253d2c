/** Why: all sentences of one language, with the caveats as the recording itself tells them. */
import { captions } from './captions.zh-cn';
import { caveatsIn } from './recording';
import { words } from './words.zh-cn';

export const messages = { ...words, ...captions, ...caveatsIn('zh-cn') };
