/** Why: the sentences of one language, with the caveats as the recording itself tells them. */
import { captions } from './captions.zh-cn';
import { labels } from './labels.zh-cn';
import { caveatsIn } from './recordings';

export const messages = { ...labels, ...captions, ...caveatsIn('zh-cn') };
