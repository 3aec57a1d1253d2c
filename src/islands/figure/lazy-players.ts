/** Why: in a browser each figure is a chunk of its own, fetched when the figure is; the server's picture stays until then. */
import { createElement, lazy } from 'react';
import type { Figure } from '../../figures/contract';
import { Player, type PlayerProps } from './Player';
import type { BoundPlayer } from './players-server';

const modules = import.meta.glob<{ figure: Figure }>('../../figures/*/figure.ts');

export const lazyPlayers: Readonly<Record<string, BoundPlayer>> = Object.fromEntries(
  Object.entries(modules).map(([path, load]) => {
    const id = path.split('/').at(-2) ?? '';
    const Bound = lazy(async () => {
      const { figure } = await load();
      return { default: (props: Omit<PlayerProps, 'figure'>) => createElement(Player, { ...props, figure }) };
    });
    return [id, Bound];
  }),
);
