/**
 * Why: the projected window, the teacher's, and the previews in it show one state, whichever acts, without a server:
 * they are windows of one browser, and tell each other. A window that comes later, or is reloaded, asks the others.
 *
 * The state with the higher revision holds; of two with the same, that of the greater sender. So all windows end at
 * the same state in whatever order messages arrive. Two people who click within the same few milliseconds may see
 * one of the two clicks lost: it is two steps or one, never two different pictures.
 */

/** What windows say to each other. `Note` is what is shown at once and kept nowhere: a pointer, a line being drawn. */
export type Wire<State, Note> =
  | { readonly kind: 'hello' }
  | { readonly kind: 'state'; readonly rev: number; readonly from: string; readonly state: State }
  | { readonly kind: 'note'; readonly note: Note };

/** Where messages go. A `BroadcastChannel` is one. */
export interface Port<Message> {
  readonly post: (message: Message) => void;
  /** Called with each message of another window. */
  readonly listen: (on: (message: Message) => void) => void;
  readonly close: () => void;
}

export interface Shared<State, Note> {
  readonly get: () => State;
  /** Applies a change here and tells it. */
  readonly set: (change: (state: State) => State) => void;
  readonly note: (note: Note) => void;
  /** Called after each change of the state, from here or elsewhere. Returns the way to stop. */
  readonly subscribe: (on: () => void) => () => void;
  readonly onNote: (on: (note: Note) => void) => () => void;
  /** The state's revision: 0 until somebody has acted. */
  readonly rev: () => number;
  readonly close: () => void;
}

function listeners<Value>() {
  const all = new Set<(value: Value) => void>();
  return {
    add: (on: (value: Value) => void) => {
      all.add(on);
      return () => void all.delete(on);
    },
    call: (value: Value) => [...all].forEach((on) => on(value)),
  };
}

/**
 * Joins the windows that share a port.
 * @param from this window's name, unique among them
 * @param start the state to begin with, and its revision if it was kept from before a reload
 */
export function share<State, Note>(
  port: Port<Wire<State, Note>>,
  from: string,
  start: { readonly state: State; readonly rev: number },
): Shared<State, Note> {
  let current = { ...start, from };
  const changed = listeners<undefined>();
  const noted = listeners<Note>();
  const tell = () => port.post({ kind: 'state', ...current });
  port.listen((message) => {
    switch (message.kind) {
      case 'hello':
        if (current.rev > 0) tell();
        return;
      case 'state': {
        const { rev, from: sender, state } = message;
        if (rev === current.rev && sender === current.from) return;
        // Who tells an older state has not heard of this one.
        if (rev < current.rev || (rev === current.rev && sender < current.from)) return tell();
        current = { rev, from: sender, state };
        changed.call(undefined);
        return;
      }
      case 'note':
        noted.call(message.note);
    }
  });
  port.post({ kind: 'hello' });
  return {
    get: () => current.state,
    set: (change) => {
      const state = change(current.state);
      if (state === current.state) return;
      current = { state, rev: current.rev + 1, from };
      tell();
      changed.call(undefined);
    },
    note: (note) => port.post({ kind: 'note', note }),
    subscribe: changed.add,
    onNote: noted.add,
    rev: () => current.rev,
    close: port.close,
  };
}
