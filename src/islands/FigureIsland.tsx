/**
 * Why: the one island that pages and MDX name for every figure. Server and browser take the same
 * component tree from different places, so React keeps the server's markup until the figure's chunk is here.
 */
import { Component, Suspense, type ReactNode } from 'react';
import type { Lang } from '../lib/message';
import { lazyPlayers } from './figure/lazy-players';
import type { BoundProps } from './figure/players-server';

const players = import.meta.env.SSR ? (await import('./figure/players-server')).players : lazyPlayers;

export interface FigureIslandProps extends BoundProps {
  /** Figure id. */
  readonly id: string;
}

/** Said when nothing more could be loaded, so not loaded itself. */
const LOAD_FAILED: Record<Lang, string> = {
  en: 'This figure could not be loaded. Reload the page to try again.',
  'zh-cn': '图未能载入，请刷新页面重试。',
};

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
        {LOAD_FAILED[this.props.lang]}
      </p>
    );
  }
}

export function FigureIsland({ id, ...props }: FigureIslandProps) {
  const Bound = players[`${id}.${props.lang}`];
  if (!Bound)
    throw new Error(`no figure "${id}" in ${props.lang}; there are ${Object.keys(players).join(', ')}`);
  return (
    <LoadGuard lang={props.lang}>
      <Suspense fallback={null}>
        <Bound {...props} />
      </Suspense>
    </LoadGuard>
  );
}
