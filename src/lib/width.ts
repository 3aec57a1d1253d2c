/** Why: a 汉字 takes twice the room of a Latin letter, wherever room is reckoned before anything is drawn. */

const WIDE = /[\u3000-\u9fff\uff00-\uffef]/g;

/** Number of 汉字 and full-width signs in a text. */
export const wideCount = (text: string): number => text.match(WIDE)?.length ?? 0;

/** Room that a text takes, in Latin letters. */
export const widthOf = (text: string): number => text.length + wideCount(text);
