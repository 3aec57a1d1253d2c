/**
 * Why: in a browser each figure is a chunk of its own, and so are its words in each language; they are
 * fetched together when the figure is, and the server's picture stays until then.
 */
import { createElement, lazy, use } from 'react';
import type { Figure } from '../../figures/contract';
import { askedScenario, fetchFor } from '../../figures/scenario';
import type { PlayerText } from '../../i18n/player';
import { LANGUAGES, type Messages } from '../../lib/message';
import { Player } from './Player';
import type { BoundProps, Players } from './players-server';

const figures = import.meta.glob<{ figure: Figure }>('../../figures/*/figure.ts');
const words = import.meta.glob<{ messages: Messages }>('../../figures/*/messages.{en,zh-cn}.ts');
const texts = import.meta.glob<{ text: PlayerText }>('../../i18n/player.{en,zh-cn}.ts');

export const lazyPlayers: Players = Object.fromEntries(
  Object.entries(figures).flatMap(([path, load]) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    return LANGUAGES.map((lang) => {
      const Bound = lazy(async () => {
        const [{ figure }, { messages }, { text }] = await Promise.all([
          load(),
          words[`${folder}/messages.${lang}.ts`]!(),
          texts[`../../i18n/player.${lang}.ts`]!(),
        ]);
        function Ready(props: BoundProps) {
          const coming = fetchFor(figure, askedScenario(figure, props.scenario));
          if (coming) use(coming);
          return createElement(Player, { ...props, figure, messages, text });
        }
        return { default: Ready };
      });
      return [`${folder.slice(folder.lastIndexOf('/') + 1)}.${lang}`, Bound];
    });
  }),
);
