/** Why: the sentences of one language, with the caveats as the recordings themselves tell them. */
import { zh } from './captions.zh-cn';
import { caveatsIn } from './recordings';

export const messages = { ...zh, ...caveatsIn('zh-cn') };
