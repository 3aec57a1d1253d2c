/** Why: one question is one note with both languages in its fields; the card shows the language that was chosen. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { pairOf } from '../learning/grade';
import { LANGUAGES, type Lang } from '../lib/message';
import { editionOf, rightOptions, type Edition, type ExchangeQuestion, type FileLanguage } from './edition';
import { fileWord } from './file-words';
import { html } from './markup';

const SUFFIX: Record<Lang, string> = { en: 'En', 'zh-cn': 'Zh' };
const PARTS = ['Stem', 'Options', 'Answer', 'Why'] as const;

/** Fields of the note type, in order; the first is what Anki sorts and compares by. */
export const FIELDS = [
  'Id',
  'Lesson',
  ...LANGUAGES.flatMap((lang) => PARTS.map((part) => part + SUFFIX[lang])),
];
export const SEPARATOR = '\u001f';

/** `[sound:…]` and `[latex]` are commands in a field of Anki. */
const field = (text: string) => html(text).replaceAll('[', '&#91;');

const list = (items: readonly string[]) =>
  `<ol type="A">${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;

function parts(edition: Edition): Record<(typeof PARTS)[number], string> {
  const { kind, lang, stem, options, choices, answer } = edition;
  const meaning = (term: string) => {
    const id = answer.map(pairOf).find(([one]) => one === term)?.[1];
    return field(choices.find((choice) => choice.id === id)?.text ?? '');
  };
  const shown = list(options.map(({ text }) => field(text)));
  const others =
    kind === 'matching' ? `<ul>${choices.map(({ text }) => `<li>${field(text)}</li>`).join('')}</ul>` : '';
  const right =
    kind === 'matching'
      ? options.map(({ id, text }) => `${field(text)} → ${meaning(id)}`)
      : rightOptions(edition).map(({ id, text }) => {
          const letter = String.fromCharCode(65 + options.findIndex((option) => option.id === id));
          return `<b>${letter}</b> ${field(text)}`;
        });
  const why = options.some((option) => option.why !== '')
    ? list(options.map((option) => `${field(option.text)}<br/><i>${field(option.why)}</i>`))
    : '';
  return {
    Stem: field(stem) + (kind === 'multiple' ? `<br/><small>${fileWord('pickAll', lang)}</small>` : ''),
    Options: shown + others,
    Answer: right.join(kind === 'ordering' ? ' → ' : '<br/>'),
    Why: why,
  };
}

/** The note's fields, in the order of `FIELDS`. */
export function fieldsOf(question: ExchangeQuestion, lessonTitle: string): string[] {
  const texts = LANGUAGES.flatMap((lang) => {
    if (question.stem[lang] === undefined) return PARTS.map(() => '');
    const made = parts(editionOf(question, lang));
    return PARTS.map((part) => made[part]);
  });
  return [question.id, field(lessonTitle), ...texts];
}

const hashOf = (text: string) => bytesToHex(sha1(utf8ToBytes(text)));

/** Anki's checksum of a first field without HTML: the first 8 hexadecimal digits of its SHA-1, as a number. */
export const checksumOf = (first: string): number => parseInt(hashOf(first).slice(0, 8), 16);

/** The same question always has the same name, so that a later import updates its note and keeps what was learned. */
export const guidOf = (question: ExchangeQuestion): string =>
  hashOf(`ringside ${question.lesson === 'own' ? 'own ' : ''}${question.id}`).slice(0, 16);

/** A number that stands for a name: positive, stable, and far above the ids that Anki gives itself a meaning to. */
export const idOf = (name: string): number =>
  1_000_000_000_000 + (parseInt(hashOf(name).slice(0, 10), 16) % 500_000_000_000);

/** Front and back of the card. */
export function templatesOf(wanted: FileLanguage): { readonly front: string; readonly back: string } {
  const langs = wanted === 'both' ? LANGUAGES : [wanted];
  const other = LANGUAGES.filter((lang) => !langs.includes(lang));
  const when = (name: string, inner: string) => `{{#${name}}}${inner}{{/${name}}}`;
  const unless = (name: string, inner: string) => `{{^${name}}}${inner}{{/${name}}}`;
  const face = (make: (suffix: string, lang: Lang) => string) =>
    [
      ...langs.map((lang) => when(`Stem${SUFFIX[lang]}`, make(SUFFIX[lang], lang))),
      // A note that lacks the language shows the one that it has.
      ...other.map((lang) =>
        unless(`Stem${SUFFIX[langs[0]]}`, when(`Stem${SUFFIX[lang]}`, make(SUFFIX[lang], lang))),
      ),
    ].join('\n');
  return {
    front: face((end) => `<div class="q"><p class="stem">{{Stem${end}}}</p>{{Options${end}}}</div>`),
    back: `{{FrontSide}}<hr id="answer">\n${face(
      (end, lang) =>
        `<div class="a"><p class="answer">{{Answer${end}}}</p>${when(`Why${end}`, `<h4>${fileWord('reasons', lang)}</h4>{{Why${end}}}`)}</div>`,
    )}\n<p class="lesson">{{Lesson}}</p>`,
  };
}
