/** Why: all that the platforms figure says in one language. */
import { labelsZh } from './labels.zh-cn';
import { waysZh } from './ways.zh-cn';

export const messages = { ...waysZh, ...labelsZh };
