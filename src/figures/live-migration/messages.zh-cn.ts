/** Why: all that the migration figure says in Chinese, with the caveats as the recording itself tells them. */
import { caveatsIn } from '../../lib/recorded';
import { captionsZh } from './captions.zh-cn';
import { labelsZh } from './labels.zh-cn';
import { PROVENANCE } from './recording';

export const messages = { ...captionsZh, ...labelsZh, ...caveatsIn(PROVENANCE, 'zh-cn') };
