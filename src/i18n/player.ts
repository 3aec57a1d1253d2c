/** Why: what every language of the player's words must say, and all of them for the server and the tests. */
import type { Lang } from '../lib/message';
import { text as en } from './player.en';
import { text as zh } from './player.zh-cn';

export type PlayerText = Record<keyof typeof en, string>;

const TEXT: Record<Lang, PlayerText> = { en, 'zh-cn': zh };

/** The player's words in one language. Server and tests only: a browser loads `player.<lang>.ts`. */
export const playerText = (lang: Lang): PlayerText => TEXT[lang];
