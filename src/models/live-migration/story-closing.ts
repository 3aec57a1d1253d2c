/** Why: however the pages were sent, the guest stops, what is left goes over, and it runs on at the other host. */
import type { Prediction, Step } from '../../lib/trace';
import { sizeOf, timeOf } from './amounts';
import { askDowntime, askWhere } from './predictions';
import { EMPTY, goOn, tell } from './story';
import { DEVICE_US, usFor, type MigrationState } from './types';

/** How long the guest has stood still, µs. */
export const downtimeUs = ({ spans }: Pick<MigrationState, 'spans'>): number =>
  spans.filter(({ guest }) => guest === 'nobody').reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0);

interface Closing {
  /** Pages that are sent while nobody runs. */
  readonly rest: number;
  readonly ask?: Prediction | undefined;
}

/** Stop, rest and device state, resume, announce, end. */
export function closing(before: MigrationState, { rest, ask }: Closing): readonly Step<MigrationState>[] {
  const { setup, us } = before;
  const stop = goOn(before, us, { guest: 'nobody', throttle: 0 });
  const sentUs = us + usFor(rest, setup.link);
  const sent = goOn(stop, sentUs, { destination: before.source, sent: before.sent + rest, remaining: 0 });
  const resume = goOn(sent, sentUs + DEVICE_US, { guest: 'destination' });
  const announce = goOn(resume, resume.us, {});
  const end = goOn(announce, resume.us, { source: EMPTY, end: 'moved' });
  const down = downtimeUs(resume);
  const values = {
    rest: sizeOf(rest),
    estimate: timeOf(usFor(rest, setup.link)),
    limit: timeOf(setup.limitUs),
    device: timeOf(DEVICE_US),
    down: timeOf(down),
    total: timeOf(resume.us),
    sent: sizeOf(resume.sent),
    memory: sizeOf(setup.pages),
    rounds: before.rounds.length,
  };
  const late = down > setup.limitUs;
  const stopped = before.scene === 'stop-copy';
  return [
    ...(stopped
      ? []
      : [tell('stop', stop, { caption: { key: 'cap-stop', values }, focus: ['guest', 'decision'], ask })]),
    tell('device-state', sent, {
      caption: { key: stopped ? 'cap-device-state-all' : 'cap-device-state', values },
      focus: ['link', 'destination'],
      ask: askWhere(sent.guest),
    }),
    tell('resume', resume, {
      caption: { key: stopped ? 'cap-resume-all' : late ? 'cap-resume-late' : 'cap-resume', values },
      focus: ['guest', 'time'],
      ask: askDowntime(before, down),
    }),
    tell('announce', announce, {
      caption: { key: 'cap-announce' },
      focus: ['network'],
    }),
    tell('end', end, {
      caption: { key: stopped ? 'cap-end-all' : 'cap-end', values },
      focus: ['source', 'time'],
    }),
  ];
}
