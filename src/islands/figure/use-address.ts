/** Why: the address bar, the back button and links in the text all name the same thing, a place in this figure. */
import { useEffect, useRef } from 'react';
import type { Figure } from '../../figures/contract';
import { scenarioRef } from '../../figures/scenario';
import { announcePlace, onGo } from './figure-events';
import { readPlace, withPlace } from './figure-url';
import type { Origin, PlayerState } from './use-player';

interface Options {
  readonly figure: Figure;
  readonly state: PlayerState;
  readonly place: (ref: string, at: string, origin: Origin) => void;
  /** A link in the text has moved the figure: bring it into view. */
  readonly onSummoned: (link: Element | null) => void;
}

/** Keeps a figure and the address bar in step, both ways. Jumps and scenarios make history entries, single steps do not. */
export function useAddress({ figure, state, place, onSummoned }: Options): void {
  const { scenario, trace, timeline, origin } = state;
  const ref = scenarioRef(figure, scenario);
  const at = trace.steps[timeline.index]?.id ?? '';
  const home = useRef({ ref, at });

  useEffect(() => {
    const read = (kind: Origin) => {
      const found = readPlace(location.search, figure.id);
      if (found) place(found.ref, found.at, kind);
      else if (kind === 'history') place(home.current.ref, home.current.at, kind);
    };
    read('load');
    const back = () => read('history');
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [figure, place]);

  useEffect(
    () =>
      onGo(figure.id, ({ ref: to, at: step }) => {
        const link = document.activeElement;
        place(to, step, 'user');
        onSummoned(link);
      }),
    [figure, place, onSummoned],
  );

  useEffect(() => {
    announcePlace({ figure: figure.id, ref, at });
    if (origin !== 'user') return;
    const search = withPlace(location.search, figure.id, ref, at);
    if (search === location.search) return;
    const url = location.pathname + search + location.hash;
    if (timeline.arrival === 'jump') history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  }, [figure.id, ref, at, origin, timeline.arrival]);
}
