/** Why: all that the platforms figure says in one language. */
import { labelsEn } from './labels.en';
import { waysEn } from './ways.en';

export const messages = { ...waysEn, ...labelsEn };
