/** Why: all that the control-groups figure says in one language: captions of the model, labels of picture and panels. */
import { captionsEn } from './captions.en';
import { labelsEn } from './labels.en';
import { overviewEn } from './overview.en';

export const messages = { ...captionsEn, ...labelsEn, ...overviewEn };
