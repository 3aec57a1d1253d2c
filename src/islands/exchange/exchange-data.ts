/** Why: at build time, what the page must know of the bank to count a selection; the questions themselves come when they are exported. */
import { questions } from '../../content/load';
import type { Listed } from '../../exchange/select';

/** Every question of the course, in the order of its files. */
export const bankList = (): Listed[] =>
  [...questions].flatMap(([lesson, list]) =>
    list.map(({ id, topic, kind, difficulty }) => ({ id, lesson, topic, kind, difficulty })),
  );
