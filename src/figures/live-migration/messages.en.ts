/** Why: all that the migration figure says in English, with the caveats as the recording itself tells them. */
import { caveatsIn } from '../../lib/recorded';
import { captionsEn } from './captions.en';
import { labelsEn } from './labels.en';
import { PROVENANCE } from './recording';

export const messages = { ...captionsEn, ...labelsEn, ...caveatsIn(PROVENANCE, 'en') };
