/** Why: how a recorded migration ends: cancelled, with a short stop, or with a switch and pages fetched afterwards. */
import type { Step } from '../../lib/trace';
import { askCancel, askFault, askNewest, askWhere } from '../../models/live-migration/predictions';
import { EMPTY, goOn, tell } from '../../models/live-migration/story';
import { ABSENT, CELLS, PAGE_BYTES, type MigrationState } from '../../models/live-migration/types';
import { walkOf } from '../../models/live-migration/walk';
import { rowAt, type Run } from './recording';

/** As many cells as hold these pages: counts were recorded, not places. The guest's own pages come first. */
export function cellsFor({ setup }: Run, pages: number): ReadonlySet<number> {
  const walk = walkOf(setup);
  const others = EMPTY.flatMap((_, cell) => (walk.includes(cell) ? [] : [cell]));
  return new Set([...walk, ...others].slice(0, Math.ceil((pages / setup.pages) * CELLS)));
}

type Values = Readonly<Record<string, string | number>>;

/** What captions of a run may say. */
export const valuesOf = ({ parameters, outcome, setup, endMs }: Run, more: Values = {}): Values => ({
  memory: Number(parameters['memory-mib']),
  writes: setup.writes,
  hot: setup.hotPages,
  link: setup.link,
  limit: setup.limitUs / 1000,
  total: Number(outcome['total-ms'] ?? endMs),
  passes: Number(outcome['passes']),
  requests: Number(outcome['postcopy-requests']),
  down: Number(outcome['stop-to-resume-us'] ?? 0) / 1000,
  before: Number(outcome['ticks-at-source'] ?? 0),
  later: Number(outcome['ticks-at-destination'] ?? outcome['ticks-at-source-later'] ?? 0),
  ...more,
});

const cap = (key: string, run: Run, more?: Values) => ({ key, values: valuesOf(run, more) });

function cancelled(run: Run, last: MigrationState): readonly Step<MigrationState>[] {
  const { sent } = rowAt(run, run.endMs);
  return [
    tell('cancel', goOn(last, run.endMs * 1000, { end: 'cancelled', destination: EMPTY, sent }), {
      caption: cap('rec-cancel', run, { sent }),
      focus: ['guest', 'rounds'],
      ask: askCancel(),
    }),
  ];
}

/** The guest stops, the last pages go over, it runs on. */
function moved(run: Run, stop: MigrationState, resumeUs: number): readonly Step<MigrationState>[] {
  const { sent, requests } = run.rows.at(-1)!;
  const resume = goOn(stop, resumeUs, {
    guest: 'destination',
    destination: stop.source,
    sent,
    remaining: 0,
    after: 0,
  });
  const end = goOn(resume, Math.max(resumeUs, run.endMs * 1000), {
    source: EMPTY,
    faults: requests,
    end: 'moved',
  });
  return [
    tell('resume', resume, {
      caption: cap('rec-resume', run),
      focus: ['guest', 'time'],
      ask: askNewest(resume),
    }),
    tell('end', end, { caption: cap('rec-end', run), focus: ['source', 'time'] }),
  ];
}

/** The guest runs on at once; what it lacks is streamed, or sent because it asks. */
function fetched(run: Run, stop: MigrationState, resumeUs: number): readonly Step<MigrationState>[] {
  const rest = run.rows.filter(({ ms, remaining }) => ms * 1000 > resumeUs && remaining > 0);
  const there = (
    before: MigrationState,
    { remaining, sent, requests }: (typeof rest)[number],
    us: number,
  ) => {
    const absent = cellsFor(run, remaining);
    return goOn(before, us, {
      setup: { ...stop.setup, link: Number(run.parameters['max-postcopy-bandwidth']) / PAGE_BYTES },
      guest: 'destination',
      destination: stop.source.map((version, cell) => (absent.has(cell) ? ABSENT : version)),
      sent,
      remaining,
      after: stop.remaining - remaining,
      faults: requests,
    });
  };
  const before = rowAt(run, resumeUs / 1000);
  const asked = rest.find(({ requests }) => requests > 0)!;
  const halfway = rest.find(({ remaining }) => remaining <= before.remaining / 2)!;
  const last = run.rows.at(-1)!;
  const switched = there(stop, before, resumeUs);
  const fault = there(switched, asked, asked.ms * 1000);
  const half = there(fault, halfway, halfway.ms * 1000);
  const end = goOn(half, run.endMs * 1000, {
    source: EMPTY,
    destination: stop.source,
    sent: last.sent,
    remaining: 0,
    after: stop.remaining,
    faults: last.requests,
    end: 'moved',
  });
  return [
    tell('switch', switched, {
      caption: cap('rec-switch', run, { rest: before.remaining }),
      focus: ['guest', 'destination'],
      ask: askNewest(switched),
    }),
    tell('fault-1', fault, {
      caption: cap('rec-fault', run, { rest: asked.remaining }),
      focus: ['link', 'guest'],
      ask: askFault(),
    }),
    tell('half', half, {
      caption: cap('rec-half', run, { rest: half.remaining, asked: half.faults }),
      focus: ['source', 'destination'],
    }),
    tell('end', end, { caption: cap('rec-end-post', run), focus: ['source', 'time'] }),
  ];
}

/** From the last whole pass to the end. */
export function closing(run: Run, last: MigrationState): readonly Step<MigrationState>[] {
  const { stopMs, outcome } = run;
  if (stopMs === undefined) return cancelled(run, last);
  const { sent, remaining } = rowAt(run, stopMs);
  const switches = Number(outcome['postcopy-requests']) > 0;
  const missing = cellsFor(run, remaining);
  const stop = goOn(last, stopMs * 1000, {
    guest: 'nobody',
    throttle: 0,
    after: 0,
    sent,
    ...(switches && {
      remaining,
      destination: last.destination.map((version, cell) =>
        missing.has(cell) ? version : last.source[cell]!,
      ),
    }),
  });
  const resumeUs = stopMs * 1000 + Number(outcome['stop-to-resume-us']);
  const stopped = tell('stop', stop, {
    caption: cap(switches ? 'rec-stop-post' : 'rec-stop', run),
    focus: ['guest'],
    ask: askWhere(stop.guest),
  });
  return [stopped, ...(switches ? fetched : moved)(run, stop, resumeUs)];
}
