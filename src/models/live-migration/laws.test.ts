import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from './facts';
import { faultUs, fetchAll, pagesAt } from './postcopy';
import { preCopy, toldRounds, writtenBefore } from './precopy';
import { runMigration } from './run';
import { KNOBS, KNOB_NAMES, mendKnob, setupOf } from './setup';
import { downtimeUs } from './story-closing';
import {
  ABSENT,
  CELLS,
  DEVICE_US,
  METHODS,
  PAGES_PER_GIB,
  pagesIn,
  usFor,
  type Method,
  type Setup,
} from './types';
import { touched, walkOf } from './walk';

const chosen = fc
  .record({
    memory: fc.constantFrom(...KNOBS.memory),
    writes: fc.constantFrom(...KNOBS.writes),
    hot: fc.constantFrom(...KNOBS.hot),
    link: fc.constantFrom(...KNOBS.link),
    limit: fc.constantFrom(...KNOBS.limit),
  })
  .map((values) => setupOf(Object.fromEntries(Object.entries(values).map(([name, n]) => [name, String(n)]))));
/** Any guest on any link, beyond what the learner may set; rates a page a second and more. */
const any = fc
  .record({
    cellPages: fc.integer({ min: 1, max: 4096 }),
    hotCells: fc.integer({ min: 1, max: CELLS }),
    writes: fc.integer({ min: 1, max: 400_000 }),
    link: fc.integer({ min: 1000, max: 400_000 }),
    limitUs: fc.integer({ min: 5_000, max: 2_000_000 }),
  })
  .map(({ cellPages, hotCells, ...rest }): Setup => ({
    pages: cellPages * CELLS,
    hotPages: cellPages * hotCells,
    ...rest,
  }));
const method = fc.constantFrom(...METHODS);
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/**
 * The same migration page by page, with a version for each: what the rounds must come to.
 * @returns pages sent in each round, and the copies that the destination has after the stop
 */
function byPages(setup: Setup, rounds: number) {
  const size = setup.pages / CELLS;
  const order = walkOf(setup).flatMap((cell) =>
    Array.from({ length: size }, (_, page) => cell * size + page),
  );
  const source = new Uint32Array(setup.pages);
  const destination = new Int32Array(setup.pages).fill(-1);
  let [dirty, step] = [new Set(source.keys()), 0];
  const sent: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    sent.push(dirty.size);
    for (const page of dirty) destination[page] = source[page]!;
    const writes = pagesIn(setup.writes, usFor(dirty.size, setup.link));
    dirty = new Set();
    for (let i = 0; i < writes; i++, step++) {
      const page = order[step % order.length]!;
      source[page]! += 1;
      dirty.add(page);
    }
  }
  const left = dirty.size;
  for (const page of dirty) destination[page] = source[page]!;
  return { sent, left, same: source.every((version, page) => destination[page] === version) };
}

describe('pre-copy', () => {
  test('rounds are what page by page with versions comes to, and after the stop both sides are the same', () => {
    const small = fc.record({
      hotCells: fc.integer({ min: 1, max: CELLS }),
      writes: fc.integer({ min: 10, max: 20_000 }),
      link: fc.integer({ min: 5_000, max: 20_000 }),
    });
    fc.assert(
      fc.property(small, ({ hotCells, writes, link }) => {
        const setup: Setup = { pages: 4 * CELLS, hotPages: 4 * hotCells, writes, link, limitUs: 2_000 };
        const { rounds, rest } = preCopy(setup, false);
        const told = byPages(setup, rounds.length);
        expect(told.sent).toEqual(rounds.map(({ sent }) => sent));
        expect(told.left).toBe(rest);
        expect(told.same).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('it converges if and only if the guest writes slower than the link sends, or its working set fits into the limit', () => {
    fc.assert(
      fc.property(any, (setup) => {
        const fits = usFor(setup.hotPages, setup.link) <= setup.limitUs;
        // Where the rates are equal but for rounding to whole pages, either may happen.
        fc.pre(Math.abs(setup.writes / setup.link - 1) > 0.05);
        // A limit below the time of one page is never met by rounding.
        fc.pre(setup.limitUs > 3e6 / setup.link);
        if (setup.writes < setup.link || fits) expect(preCopy(setup, false).converged).toBe(true);
        else expect(preCopy(setup, false).converged).toBe(false);
      }),
    );
  });

  test('a round sends what was written in the one before; all that is sent is the sum of the rounds and the rest', () => {
    fc.assert(
      fc.property(any, fc.boolean(), (setup, auto) => {
        const { rounds, rest, converged } = preCopy(setup, auto);
        expect(rounds[0]!.sent).toBe(setup.pages);
        rounds.slice(1).forEach(({ sent, fromUs }, i) => {
          expect(sent).toBe(rounds[i]!.written);
          expect(fromUs).toBe(rounds[i]!.toUs);
        });
        expect(rounds.at(-1)!.written).toBe(rest);
        rounds.forEach(({ throttle }, i) =>
          expect(throttle).toBeGreaterThanOrEqual(rounds[i - 1]?.throttle ?? 0),
        );
        const { steps } = runMigration(auto ? 'auto-converge' : 'pre-copy', setup);
        expect(steps.at(-1)!.state.sent).toBe(sum(rounds.map(({ sent }) => sent)) + (converged ? rest : 0));
      }),
    );
  });

  test('below the cap of the working set the rounds are a geometric series with ratio D/B', () => {
    const rates = fc.record({ part: fc.integer({ min: 5, max: 80 }), gib: fc.integer({ min: 1, max: 64 }) });
    fc.assert(
      fc.property(rates, ({ part, gib }) => {
        const pages = gib * PAGES_PER_GIB;
        const link = 300_000;
        const ratio = part / 100;
        const setup: Setup = { pages, hotPages: pages, writes: link * ratio, link, limitUs: 300_000 };
        const { rounds } = preCopy(setup, false);
        const k = rounds.length;
        rounds.forEach(({ sent }, i) => expect(Math.abs(sent - pages * ratio ** i)).toBeLessThan(i + 1));
        const whole = (pages * (1 - ratio ** k)) / (1 - ratio);
        expect(Math.abs(sum(rounds.map(({ sent }) => sent)) - whole)).toBeLessThan(k * k + 1);
      }),
    );
  });

  test('the estimate at the stop keeps the limit, and the pause is that estimate and the devices', () => {
    fc.assert(
      fc.property(any, fc.boolean(), (setup, auto) => {
        const { rest, converged } = preCopy(setup, auto);
        if (!converged) return;
        const { state } = runMigration(auto ? 'auto-converge' : 'pre-copy', setup).steps.at(-1)!;
        expect(usFor(rest, setup.link)).toBeLessThanOrEqual(setup.limitUs);
        expect(downtimeUs(state)).toBe(usFor(rest, setup.link) + DEVICE_US);
      }),
    );
  });

  test('auto-converge ends wherever pre-copy does not, by slowing the guest', () => {
    fc.assert(
      fc.property(chosen, (setup) => {
        const auto = preCopy(setup, true);
        expect(auto.converged).toBe(true);
        if (!preCopy(setup, false).converged)
          expect(Math.max(...auto.rounds.map(({ throttle }) => throttle))).toBeGreaterThanOrEqual(20);
      }),
    );
  });

  test('told rounds are some of all, with the first and the last, and none changes the throttle untold', () => {
    fc.assert(
      fc.property(chosen, fc.boolean(), (setup, auto) => {
        const { rounds } = preCopy(setup, auto);
        const told = toldRounds(rounds);
        expect(told[0]).toBe(rounds[0]);
        expect(told.at(-1)).toBe(rounds.at(-1));
        told.slice(1).forEach(({ number, throttle }, i) => {
          expect(number).toBeGreaterThan(told[i]!.number);
          expect(rounds[told[i]!.number]!.throttle).toBe(throttle);
        });
      }),
    );
  });
});

describe('the guest’s walk', () => {
  test('a lap meets each cell of the working set once, and only those', () => {
    fc.assert(
      fc.property(any, (setup) => {
        const walk = walkOf(setup);
        expect(new Set(walk).size).toBe(walk.length);
        expect(walk.length * (setup.pages / CELLS)).toBe(setup.hotPages);
        for (const cell of walk) expect(cell >= 0 && cell < CELLS).toBe(true);
      }),
    );
  });

  test('written pages lie in as many cells as they can fill, and at most two more', () => {
    fc.assert(
      fc.property(any, fc.nat(), fc.nat(), (setup, from, count) => {
        const size = setup.pages / CELLS;
        const pages = count % (setup.hotPages + 1);
        const cells = touched(setup, from % setup.hotPages, pages).length;
        expect(cells).toBeGreaterThanOrEqual(Math.ceil(pages / size));
        expect(cells).toBeLessThanOrEqual(Math.ceil(pages / size) + 1);
        const { rounds } = preCopy(setup, false);
        expect(writtenBefore(setup, rounds, 1)).toBe(pagesIn(setup.writes, rounds[0]!.toUs));
      }),
    );
  });
});

describe('post-copy', () => {
  test('each page is sent once, the link is never idle, and so nothing but memory and bandwidth decides how long it takes', () => {
    fc.assert(
      fc.property(any, (setup) => {
        const { arrival, endUs, asked, speed } = fetchAll(setup);
        const whole = (setup.pages * 1e6) / setup.link;
        expect(Math.abs(endUs / whole - 1)).toBeLessThan(1e-6);
        for (const at of arrival) expect(at).toBeLessThanOrEqual(endUs);
        expect(new Set(asked.map(({ cell }) => cell)).size).toBe(asked.length);
        expect(sum(asked.map(({ faults }) => faults))).toBeLessThanOrEqual(setup.hotPages);
        expect(speed).toBeGreaterThan(0);
        expect(speed).toBeLessThanOrEqual(1 + 1e-9);
        expect(pagesAt(setup, endUs)).toBeGreaterThanOrEqual(setup.pages - 1);
      }),
    );
  });

  test('what has arrived never is more than the link could carry', () => {
    fc.assert(
      fc.property(any, (setup) => {
        const { arrival, asked } = fetchAll(setup);
        const size = setup.pages / CELLS;
        for (const us of arrival) {
          const whole = arrival.filter((at) => at <= us).length * size;
          expect(whole).toBeLessThanOrEqual((setup.link * us) / 1e6 + 1e-3);
        }
        for (const { fromUs, toUs, faults } of asked)
          expect(toUs - fromUs).toBeGreaterThanOrEqual((faults * 1e6) / setup.link - 1e-3);
        expect(faultUs(setup)).toBeGreaterThan(1e6 / setup.link);
      }),
      { numRuns: 30 },
    );
  });

  test('its downtime is that of the devices, whatever the guest is and does', () => {
    fc.assert(
      fc.property(any, (setup) => {
        expect(downtimeUs(runMigration('post-copy', setup).steps.at(-1)!.state)).toBe(DEVICE_US);
      }),
    );
  });
});

describe('any method', () => {
  const each = (look: (how: Method, setup: Setup) => void) => fc.assert(fc.property(method, chosen, look));

  test('when the guest resumes with nothing left to fetch, the destination has each cell as the source had it', () => {
    each((how, setup) => {
      const { steps } = runMigration(how, setup);
      const resume = steps.find(({ id }) => id === 'resume');
      if (resume) expect(resume.state.destination).toEqual(resume.state.source);
      const end = steps.find(({ id }) => id === 'end');
      if (!end) return;
      expect(end.state.destination).not.toContain(ABSENT);
      expect(end.state.source.every((version) => version === ABSENT)).toBe(true);
      const stop = steps.find(({ id }) => id === 'stop')!;
      end.state.destination.forEach((version, cell) =>
        expect(version).toBeGreaterThanOrEqual(stop.state.source[cell]!),
      );
    });
  });

  test('the destination is never ahead of the source while the guest runs there', () => {
    each((how, setup) => {
      for (const { state } of runMigration(how, setup).steps)
        if (state.guest === 'source')
          state.destination.forEach((version, cell) =>
            expect(version).toBeLessThanOrEqual(state.source[cell]!),
          );
    });
  });

  test('the guest is somewhere at every moment, and never at two hosts', () => {
    each((how, setup) => {
      for (const { state } of runMigration(how, setup).steps) {
        expect(sum(state.spans.map(({ fromUs, toUs }) => toUs - fromUs))).toBe(state.us);
        state.spans.slice(1).forEach(({ fromUs }, i) => expect(fromUs).toBe(state.spans[i]!.toUs));
      }
    });
  });

  test('stop-and-copy stands still for memory over bandwidth; no other method that ends stands still for longer, or sends less', () => {
    fc.assert(
      fc.property(chosen, (setup) => {
        const facts = Object.fromEntries(METHODS.map((how) => [how, factsOf(runMigration(how, setup))]));
        const stopped = facts['stop-copy']!;
        expect(stopped['downtimeMs']).toBe(Math.round((usFor(setup.pages, setup.link) + DEVICE_US) / 1000));
        expect(stopped['pagesSent']).toBe(setup.pages);
        for (const { downtimeMs, pagesSent, converged } of Object.values(facts))
          if (converged) {
            expect(Number(downtimeMs)).toBeLessThanOrEqual(Number(stopped['downtimeMs']));
            expect(Number(pagesSent)).toBeGreaterThanOrEqual(setup.pages);
          }
      }),
    );
  });

  test('the place of an answer does not give it away', () => {
    const places = METHODS.flatMap((how) =>
      ['400', '1500'].flatMap((writes) =>
        runMigration(
          how,
          setupOf({ memory: '16', writes, hot: '8', link: '10', limit: '300' }),
        ).steps.flatMap(({ ask }) => (ask ? [ask.options.findIndex(({ id }) => id === ask.answer)] : [])),
      ),
    );
    expect(places.length).toBeGreaterThanOrEqual(12);
    for (const place of new Set(places))
      expect(places.filter((other) => other === place).length).toBeLessThanOrEqual(places.length / 2);
  });
});

test('a setting is one of its choices, whatever a URL says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KNOB_NAMES), fc.string(), (knob, said) => {
      const mended = mendKnob(knob, said);
      expect(KNOBS[knob].map(String)).toContain(mended);
      expect(mendKnob(knob, mended)).toBe(mended);
    }),
  );
});
