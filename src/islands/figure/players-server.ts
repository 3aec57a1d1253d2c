/** Why: on the server every figure is at hand, so that its first frame stands in the HTML. Never part of a browser's chunk. */
import { createElement, type ComponentType } from 'react';
import type { Figure } from '../../figures/contract';
import { Player, type PlayerProps } from './Player';

export type BoundPlayer = ComponentType<Omit<PlayerProps, 'figure'>>;

const modules = import.meta.glob<{ figure: Figure }>('../../figures/*/figure.ts', { eager: true });

export const players: Readonly<Record<string, BoundPlayer>> = Object.fromEntries(
  Object.values(modules).map(({ figure }) => [
    figure.id,
    (props: Omit<PlayerProps, 'figure'>) => createElement(Player, { ...props, figure }),
  ]),
);
