/** Why: all sentences of one language, with the caveats as the recording itself tells them. */
import { caveatsIn } from '../../lib/recorded';
import { captions } from './captions.zh-cn';
import { words } from './words.zh-cn';
import { PROVENANCE } from './recording';

export const messages = { ...words, ...captions, ...caveatsIn(PROVENANCE, 'zh-cn') };
