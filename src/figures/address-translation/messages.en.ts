/** Why: all that the figure says in one language: captions of the model, labels of picture and panels. */
import { captionsEn } from './captions.en';
import { labelsEn } from './labels.en';

export const messages = { ...captionsEn, ...labelsEn };
