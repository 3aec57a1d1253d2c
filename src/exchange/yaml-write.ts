/** Why: the course's own spelling of a question; what leaves so comes back whole, and is a pattern to write one's own by. */
import { stringify } from 'yaml';
import { LANGUAGES } from '../lib/message';
import type { Words } from '../schemas/own-question';
import type { Change } from './changes';
import { languagesFor, type ExchangeQuestion, type FileLanguage } from './edition';
import { headLines } from './file-words';

/** A YAML file in the shape of `content/questions/*.yaml`, without proofs; a `point` is a `single` here. */
export function writeYaml(
  questions: readonly ExchangeQuestion[],
  wanted: FileLanguage,
  changes: readonly Change[],
): string {
  const plainQuestions = questions.map((question) => {
    const mine = languagesFor(question, wanted);
    const only = (words: Words) =>
      Object.fromEntries(
        LANGUAGES.flatMap((lang) => (mine.includes(lang) && words[lang] ? [[lang, words[lang]]] : [])),
      );
    const { id, kind, difficulty, topic, stem, options, choices, answer } = question;
    return {
      id,
      kind: kind === 'point' ? 'single' : kind,
      difficulty,
      topic,
      stem: only(stem),
      options: options.map((option) => {
        const why = only(option.why);
        return { id: option.id, text: only(option.text), ...(Object.keys(why).length > 0 && { why }) };
      }),
      ...(choices && { choices: choices.map((choice) => ({ id: choice.id, text: only(choice.text) })) }),
      answer,
    };
  });
  // Quoted, so that `true` and `2.6` stay text; aliases are never written.
  const body = stringify(plainQuestions, { aliasDuplicateObjects: false, lineWidth: 0 });
  return `${headLines(changes, wanted)
    .map((line) => `# ${line}`)
    .join('\n')}\n${body}`;
}
