/** Why: the address bar, the back button and links in the text all name the same thing, a place in this figure. */
import { useEffect, useRef } from 'react';
import type { Figure } from '../../figures/contract';
import { scenarioRef } from '../../figures/scenario';
import type { PlayerText } from '../../i18n/player';
import { announcePlace, onGo } from './figure-events';
import { readPlace, withPlace } from './figure-url';
import { findPlace, type Place } from './place';
import type { Origin, PlayerState } from './use-player';

interface Options {
  readonly figure: Figure;
  readonly text: PlayerText;
  readonly state: PlayerState;
  readonly place: (to: Place, origin: Origin) => void;
  /** A link in the text has moved the figure: bring it into view. */
  readonly onSummoned: (link: Element | null) => void;
}

/** Keeps a figure and the address bar in step, both ways. Jumps and scenarios make history entries, single steps do not. */
export function useAddress({ figure, text, state, place, onSummoned }: Options): void {
  const { scenario, trace, timeline, origin } = state;
  const ref = scenarioRef(figure, scenario);
  const at = trace.steps[timeline.index]?.id ?? '';
  const home = useRef({ ref, at });

  useEffect(() => {
    const read = (kind: Origin) => {
      const found = readPlace(location.search, figure.id);
      if (found) place(findPlace(figure, found.ref, found.at, text), kind);
      else if (kind === 'history') place(findPlace(figure, home.current.ref, home.current.at, text), kind);
    };
    read('load');
    const back = () => read('history');
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [figure, place, text]);

  useEffect(
    () =>
      onGo(figure.id, ({ ref: to, at: step }) => {
        const link = document.activeElement;
        place(findPlace(figure, to, step, text), 'user');
        onSummoned(link);
      }),
    [figure, place, text, onSummoned],
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
