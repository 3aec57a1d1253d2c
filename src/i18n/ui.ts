/** Why: pages ask for words by key and language; placeholders are filled the same way as in figures. */
import { translator, type Lang, type Message } from '../lib/message';
import { en, type UiKey } from './en';
import { zhCn } from './zh-cn';

const translators = { en: translator<UiKey>(en, 'en'), 'zh-cn': translator<UiKey>(zhCn, 'zh-cn') };

/** The shell's words in one language: `ui('en')('minutes', { n: 25 })`. */
export function ui(lang: Lang): (key: UiKey, values?: Message['values']) => string {
  const translate = translators[lang];
  return (key, values = {}) => translate({ key, values: values as NonNullable<Message<UiKey>['values']> });
}
