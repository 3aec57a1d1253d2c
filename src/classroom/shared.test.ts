import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { share, type Port, type Wire } from './shared';

type Message = Wire<number, string>;

/** Windows joined by queues, one for each pair and way: messages arrive late, but in the order in which one window sent them to another. */
function network() {
  const windows: { on: (message: Message) => void; from: string }[] = [];
  const queues = new Map<string, Message[]>();
  const port = (from: string): Port<Message> => ({
    post: (message) => {
      for (const other of windows)
        if (other.from !== from) {
          const name = `${from}>${other.from}`;
          queues.set(name, [...(queues.get(name) ?? []), message]);
        }
    },
    listen: (on) => void windows.push({ on, from }),
    close: () => undefined,
  });
  /** Delivers one message of the chosen queue. */
  const deliver = (choice: number): boolean => {
    const waiting = [...queues].filter(([, queue]) => queue.length > 0);
    const [name, queue] = waiting[choice % Math.max(1, waiting.length)] ?? [];
    if (!name || !queue) return false;
    queues.set(name, queue.slice(1));
    windows.find(({ from }) => name.endsWith(`>${from}`))!.on(queue[0]!);
    return true;
  };
  return { port, deliver };
}

describe('windows that share a state', () => {
  test('end at the same state, whoever acted and in whatever order messages came', () => {
    const event = fc.oneof(
      fc.record({ who: fc.nat(2), add: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ deliver: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const { port, deliver } = network();
        const windows = ['a', 'b', 'c'].map((name) =>
          share<number, string>(port(name), name, { state: 0, rev: 0 }),
        );
        for (const each of events)
          if ('deliver' in each) deliver(each.deliver);
          else windows[each.who]!.set((n) => n * 10 + each.add);
        while (deliver(0));
        expect(new Set(windows.map((window) => window.get())).size).toBe(1);
        expect(new Set(windows.map((window) => window.rev())).size).toBe(1);
      }),
    );
  });

  test('one that comes later, or was reloaded, gets the state from the others', () => {
    const { port, deliver } = network();
    const a = share<number, string>(port('a'), 'a', { state: 0, rev: 0 });
    a.set(() => 7);
    const late = share<number, string>(port('b'), 'b', { state: 0, rev: 0 });
    while (deliver(0));
    expect(late.get()).toBe(7);
    late.set((n) => n + 1);
    while (deliver(0));
    expect(a.get()).toBe(8);
  });

  test('one that kept an older state does not put the others back', () => {
    const { port, deliver } = network();
    const a = share<number, string>(port('a'), 'a', { state: 0, rev: 0 });
    a.set(() => 1);
    a.set(() => 2);
    const reloaded = share<number, string>(port('z'), 'z', { state: 1, rev: 1 });
    while (deliver(0));
    expect([a.get(), reloaded.get()]).toEqual([2, 2]);
  });

  test('a change to the same state is not told, a note reaches the others and is kept nowhere', () => {
    const { port, deliver } = network();
    const a = share<number, string>(port('a'), 'a', { state: 0, rev: 0 });
    const b = share<number, string>(port('b'), 'b', { state: 0, rev: 0 });
    while (deliver(0));
    a.set((n) => n);
    expect(deliver(0)).toBe(false);
    const heard: string[] = [];
    b.onNote((note) => heard.push(note));
    a.note('here');
    while (deliver(0));
    expect([heard, b.rev()]).toEqual([['here'], 0]);
  });
});
