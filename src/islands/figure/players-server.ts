/** Why: on the server every figure is at hand, so that its first frame stands in the HTML. Never part of a browser's chunk. */
import { createElement, type ComponentType } from 'react';
import { figures } from '../../content/figures';
import { playerText } from '../../i18n/player';
import { LANGUAGES } from '../../lib/message';
import { Player, type PlayerProps } from './Player';

/** What a page says of a figure; figure and words are found by its id and the language. */
export type BoundProps = Omit<PlayerProps, 'figure' | 'messages' | 'text'>;
export type BoundPlayer = ComponentType<BoundProps>;
/** Players by figure and language: `rings.en`. */
export type Players = Readonly<Record<string, BoundPlayer>>;

export const players: Players = Object.fromEntries(
  Object.values(figures).flatMap((figure) =>
    LANGUAGES.map((lang) => {
      const own = { figure, messages: figure.messages[lang], text: playerText(lang) };
      return [`${figure.id}.${lang}`, (props: BoundProps) => createElement(Player, { ...props, ...own })];
    }),
  ),
);
