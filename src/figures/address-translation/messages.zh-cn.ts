/** Why: all that the figure says in one language: captions of the model, labels of picture and panels. */
import { captionsZh } from './captions.zh-cn';
import { labelsZh } from './labels.zh-cn';

export const messages = { ...captionsZh, ...labelsZh };
