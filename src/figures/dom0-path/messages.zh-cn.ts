/** Why: the sentences of one language, with the caveats as the recording itself tells them. */
import { caveatsIn } from '../../lib/recorded';
import { captions } from './captions.zh-cn';
import { labels } from './labels.zh-cn';
import { RECORDING } from './recordings';

export const messages = { ...labels, ...captions, ...caveatsIn(RECORDING.provenance, 'zh-cn') };
