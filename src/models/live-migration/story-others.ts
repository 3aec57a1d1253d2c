/** Why: the two methods without rounds: all pages while the guest stands still, or all pages after it has left. */
import type { Step } from '../../lib/trace';
import { sizeOf, timeOf } from './amounts';
import { askDowntime, askFault, askNewest, askWhere } from './predictions';
import { fetchAll, faultsAt, faultUs, pagesAt, type Fetched } from './postcopy';
import { atRest, EMPTY, goOn, tell } from './story';
import { closing } from './story-closing';
import { ABSENT, CELLS, DEVICE_US, usFor, type MigrationState, type Setup } from './types';

const startValues = (setup: Setup) => ({ memory: sizeOf(setup.pages), hot: sizeOf(setup.hotPages) });

export function stopCopyStory(setup: Setup): readonly Step<MigrationState>[] {
  const start = atRest('stop-copy', setup);
  const stop = goOn(start, 0, { guest: 'nobody' });
  const us = usFor(setup.pages, setup.link);
  const half = goOn(stop, Math.floor(us / 2), {
    destination: start.source.map((version, cell) => (cell < CELLS / 2 ? version : ABSENT)),
    flight: Array.from({ length: 8 }, (_, i) => CELLS / 2 + i),
    sent: setup.pages / 2,
    remaining: setup.pages / 2,
  });
  const rest = setup.pages / 2;
  return [
    tell('start', start, {
      caption: { key: 'cap-start-stop-copy', values: startValues(setup) },
      focus: ['guest', 'source'],
    }),
    tell('stop', stop, { caption: { key: 'cap-stop-all', values: startValues(setup) }, focus: ['guest'] }),
    tell('half', half, {
      caption: { key: 'cap-half-all', values: { sent: sizeOf(half.sent), time: timeOf(half.us) } },
      focus: ['source', 'destination', 'time'],
    }),
    ...closing(half, { rest }),
  ];
}

/** What is at the destination `us` after the switch; what the guest fetched it has also written. */
function present({ arrival, asked }: Fetched, us: number): readonly number[] {
  const own = new Set(asked.filter(({ toUs }) => toUs <= us).map(({ cell }) => cell));
  return arrival.map((at, cell) => (at <= us ? (own.has(cell) ? 1 : 0) : ABSENT));
}

export function postCopyStory(setup: Setup): readonly Step<MigrationState>[] {
  const fetched = fetchAll(setup);
  const start = atRest('post-copy', setup);
  const stop = goOn(start, 0, { guest: 'nobody' });
  const device = goOn(stop, DEVICE_US, {});
  const moved = goOn(device, DEVICE_US, { guest: 'destination', destination: EMPTY });
  const at = (us: number): MigrationState => {
    const sent = pagesAt(setup, us);
    return goOn(moved, DEVICE_US + Math.ceil(us), {
      destination: present(fetched, us),
      sent,
      remaining: setup.pages - sent,
      faults: faultsAt(fetched, us),
    });
  };
  const faulting = fetched.asked[0]!;
  const first = { ...at(faultUs(setup)), flight: [faulting.cell], faults: 1 };
  const half = at(fetched.endUs / 2);
  const done = at(fetched.endUs);
  const end: MigrationState = { ...done, source: EMPTY, sent: setup.pages, remaining: 0, end: 'moved' };
  const values = {
    ...startValues(setup),
    device: timeOf(DEVICE_US),
    fault: timeOf(faultUs(setup)),
    usual: timeOf(1e6 / setup.writes),
    faults: half.faults,
    sent: sizeOf(half.sent),
    here: sizeOf(half.sent),
    total: timeOf(end.us),
    all: end.faults,
    speed:
      fetched.speed < 0.01
        ? { key: 'under-percent' }
        : { key: 'percent', values: { n: Math.round(fetched.speed * 100) } },
  };
  const cap = (key: string) => ({ key, values });
  return [
    tell('start', start, { caption: cap('cap-start-post-copy'), focus: ['guest', 'source'] }),
    tell('stop', stop, { caption: cap('cap-stop-post'), focus: ['guest'] }),
    tell('device-state', device, {
      caption: cap('cap-device-state-post'),
      focus: ['link'],
      ask: askWhere(device.guest),
    }),
    tell('switch', moved, {
      caption: cap('cap-switch'),
      focus: ['guest', 'destination'],
      ask: askDowntime(start, DEVICE_US),
    }),
    tell('announce', goOn(moved, moved.us, {}), {
      caption: { key: 'cap-announce-post' },
      focus: ['network'],
      ask: askNewest(moved),
    }),
    tell('fault-1', first, { caption: cap('cap-fault'), focus: ['link', 'guest'], ask: askFault() }),
    tell(
      'half',
      { ...half, moved: half.sent - first.sent },
      {
        caption: cap('cap-half-post'),
        focus: ['source', 'destination'],
      },
    ),
    tell(
      'end',
      { ...end, moved: end.sent - half.sent },
      { caption: cap('cap-end-post'), focus: ['source', 'time'] },
    ),
  ];
}
