/**
 * Why: the one island that pages and MDX name for every figure. Server and browser take the same
 * component tree from different places, so React keeps the server's markup until the figure's chunk is here.
 */
import { Component, Suspense, type ReactNode } from 'react';
import { playerText } from '../i18n/player';
import type { Lang } from '../lib/message';
import type { PlayerProps } from './figure/Player';
import { lazyPlayers } from './figure/lazy-players';

const players = import.meta.env.SSR ? (await import('./figure/players-server')).players : lazyPlayers;

export interface FigureIslandProps extends Omit<PlayerProps, 'figure'> {
  /** Figure id. */
  readonly id: string;
}

/** A chunk that does not arrive (offline, a new release) must not take the page with it. */
class LoadGuard extends Component<{ lang: Lang; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="figure-notice" role="alert">
        {playerText(this.props.lang).loadFailed}
      </p>
    );
  }
}

export function FigureIsland({ id, ...props }: FigureIslandProps) {
  const Bound = players[id];
  if (!Bound) throw new Error(`no figure "${id}"; there are ${Object.keys(players).join(', ')}`);
  return (
    <LoadGuard lang={props.lang}>
      <Suspense fallback={null}>
        <Bound {...props} />
      </Suspense>
    </LoadGuard>
  );
}
