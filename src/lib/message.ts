/**
 * Why: models and players speak in keys, people read sentences. A `Message` is what a pure model may
 * say without knowing a language; `format` turns it into text with a figure's messages.
 */

/** The two languages of the site, as they stand in URLs and content files. */
export const LANGUAGES = ['en', 'zh-cn'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** A sentence to be: a key and the values of its `{placeholders}`. A value may be a message itself. */
export interface Message<Key extends string = string> {
  readonly key: Key;
  readonly values?: Readonly<Record<string, string | number | Message<Key>>>;
}

/** All sentences of one language, by key. `{name}` is a placeholder, `**bold**` and `` `code` `` are the only marks. */
export type Messages<Key extends string = string> = Readonly<Record<Key, string>>;

/** Turns a message into a sentence of one language. Numbers are grouped as the language does. */
export type Translate<Key extends string = string> = (message: Message<Key> | Key) => string;

const NUMBER_LOCALE: Record<Lang, string> = { en: 'en-US', 'zh-cn': 'zh-CN' };

/**
 * A translator for one language.
 * @throws Error naming the key (and the placeholder) when a message or a value is missing: a gap must never reach a reader.
 */
export function translator<Key extends string>(messages: Messages<Key>, lang: Lang): Translate<Key> {
  const number = new Intl.NumberFormat(NUMBER_LOCALE[lang], { maximumFractionDigits: 2 });
  const translate: Translate<Key> = (message) => {
    const { key, values = {} } = typeof message === 'string' ? { key: message } : message;
    const template = messages[key];
    if (template === undefined) throw new Error(`message "${key}" has no text in ${lang}`);
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`message "${key}" (${lang}) needs a value for {${name}}`);
      if (typeof value === 'number') return number.format(value);
      return typeof value === 'string' ? value : translate(value);
    });
  };
  return translate;
}
