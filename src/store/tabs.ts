/** Why: two tabs of one browser show the same progress without a reload. */
import { readEvent, type LearningEvent } from '../schemas/event';
import { isRecord } from '../schemas/problem';

export type TabMessage =
  { readonly kind: 'added'; readonly events: readonly LearningEvent[] } | { readonly kind: 'cleared' };

export interface Tabs {
  readonly post: (message: TabMessage) => void;
  readonly close: () => void;
}

/** Joins the tabs on one channel. Where the browser has none, posting does nothing. Events are checked on arrival. */
export function joinTabs(name: string, onMessage: (message: TabMessage) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isRecord(data)) return;
    if (data['kind'] === 'cleared') onMessage({ kind: 'cleared' });
    if (data['kind'] !== 'added' || !Array.isArray(data['events'])) return;
    const events = data['events'].flatMap((entry) => {
      const read = readEvent(entry);
      return read.kind === 'event' ? [read.event] : [];
    });
    if (events.length > 0) onMessage({ kind: 'added', events });
  };
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}
