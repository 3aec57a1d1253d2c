/** Why: all figures by id with their words, for pages and checks that run at build time; a browser loads them one by one. */
import type { Figure, SpokenFigure } from '../figures/contract';
import { LANGUAGES, type Lang, type Messages } from '../lib/message';

const modules = import.meta.glob<{ figure: Figure }>('../figures/*/figure.ts', { eager: true });
const words = import.meta.glob<{ messages: Messages }>('../figures/*/messages.{en,zh-cn}.ts', {
  eager: true,
});

function wordsOf(folder: string, lang: Lang): Messages {
  const module = words[`../figures/${folder}/messages.${lang}.ts`];
  if (!module) throw new Error(`src/figures/${folder}: missing translation, there is no messages.${lang}.ts`);
  return module.messages;
}

export const figures: Readonly<Record<string, SpokenFigure>> = Object.fromEntries(
  Object.entries(modules).map(([path, { figure }]) => {
    const folder = path.split('/').at(-2) ?? '';
    if (figure.id !== folder)
      throw new Error(`${path}: the figure's id is "${figure.id}", expected its folder's name "${folder}"`);
    const messages = Object.fromEntries(LANGUAGES.map((lang) => [lang, wordsOf(folder, lang)]));
    return [figure.id, { ...figure, messages: messages as Record<Lang, Messages> }];
  }),
);
