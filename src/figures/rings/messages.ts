/** Why: everything that the rings model says, in both languages. Words of the picture and panels: `labels.*.ts`. */
import type { Lang } from '../../lib/message';
import { captionsEn, type CaptionKey } from './captions.en';
import { captionsZh } from './captions.zh-cn';

export const messages: Readonly<Record<Lang, Readonly<Record<CaptionKey, string>>>> = {
  en: captionsEn,
  'zh-cn': captionsZh,
};
