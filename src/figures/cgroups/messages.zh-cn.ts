/** Why: all that the control-groups figure says in one language: captions of the model, labels of picture and panels. */
import { captionsZh } from './captions.zh-cn';
import { labelsZh } from './labels.zh-cn';
import { overviewZh } from './overview.zh-cn';

export const messages = { ...captionsZh, ...labelsZh, ...overviewZh };
