/** Why: all figures by id, for pages and checks that run at build time; a browser loads them one by one. */
import type { Figure } from '../figures/contract';

const modules = import.meta.glob<{ figure: Figure }>('../figures/*/figure.ts', { eager: true });

export const figures: Readonly<Record<string, Figure>> = Object.fromEntries(
  Object.entries(modules).map(([path, { figure }]) => {
    const folder = path.split('/').at(-2);
    if (figure.id !== folder)
      throw new Error(`${path}: the figure's id is "${figure.id}", expected its folder's name "${folder}"`);
    return [figure.id, figure];
  }),
);
