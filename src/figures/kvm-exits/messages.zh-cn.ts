/** Why: the sentences of one language, with the caveats as the recordings themselves tell them. */
import { caveatsIn } from '../../lib/recorded';
import { zh } from './captions.zh-cn';
import { RECORDINGS } from './recordings';

export const messages = { ...zh, ...caveatsIn(RECORDINGS.nested.provenance, 'zh-cn') };
