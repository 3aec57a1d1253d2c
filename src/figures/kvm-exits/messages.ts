/** Why: the sentences of both languages, with the caveats as the recordings themselves tell them. */
import type { Lang, Messages } from '../../lib/message';
import { en } from './messages-en';
import { zh } from './messages-zh';
import { RECORDINGS } from './recordings';

const caveats = (lang: Lang): Messages =>
  Object.fromEntries(RECORDINGS.nested.provenance.caveats.map((text, i) => [`caveat.${i}`, text[lang]]));

export const messages: Readonly<Record<Lang, Messages>> = {
  en: { ...en, ...caveats('en') },
  'zh-cn': { ...zh, ...caveats('zh-cn') },
};
