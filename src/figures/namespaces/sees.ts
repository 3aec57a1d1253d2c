/** Why: what one process would find out by asking, as the few commands that ask it and what they print. */
import type { Translate } from '../../lib/message';
import { NOBODY } from '../../models/namespaces/kernel';
import { shownTo, visibleIn, type Snapshot, type SnapshotProcess } from '../../models/namespaces/snapshot';

export interface Answer {
  /** What is typed. */
  readonly command: string;
  readonly lines: readonly string[];
  /** `line`: one short answer; `list`: short ones, side by side; left out: a line each. */
  readonly shape?: 'line' | 'list';
}

/** Columns of plain text. */
const columns = (...cells: readonly (string | number)[]) =>
  cells.map((cell, i) => (i === 0 ? String(cell).padStart(5) : String(cell))).join('  ');

const whoIs = (id: number) => (id === 0 ? '(root)' : id === NOBODY ? '(nobody)' : '');

function processes(snapshot: Snapshot, process: SnapshotProcess, t: Translate): readonly string[] {
  const shown = shownTo(snapshot, process);
  if (shown === undefined) return [t('sees.no-proc')];
  const list = visibleIn(snapshot, shown).toSorted((a, b) => a.number - b.number);
  return [columns('PID', 'CMD'), ...list.map(({ process: { comm }, number }) => columns(number, comm))];
}

function network(snapshot: Snapshot, process: SnapshotProcess): readonly Answer[] {
  const links = snapshot.nets?.find(({ net }) => net === process.ns.net)?.links;
  if (links === undefined) return [];
  const servers = (snapshot.sockets ?? []).filter(({ net }) => net === process.ns.net);
  return [
    {
      command: 'ip -br addr',
      lines: links.map(({ name, running, up, kind, address }) =>
        [
          name.padEnd(6),
          (running ? (kind === 'loopback' ? 'UNKNOWN' : 'UP') : up ? 'LOWERLAYERDOWN' : 'DOWN').padEnd(8),
          kind === 'loopback' && up ? '127.0.0.1/8' : address === undefined ? '' : `${address}/24`,
        ]
          .join(' ')
          .trimEnd(),
      ),
    },
    ...(snapshot.sockets === undefined || servers.length === 0
      ? []
      : [
          {
            command: 'ss -ltn',
            lines: servers.map(({ address, port }) => `LISTEN  ${address}:${port}`),
          },
        ]),
  ];
}

function files(snapshot: Snapshot, process: SnapshotProcess): readonly Answer[] {
  const extents = snapshot.maps?.[process.ns.user];
  if (extents === undefined || (snapshot.files ?? []).length === 0) return [];
  const nameOf = (uid: number) =>
    extents.flatMap(({ inside, outside, count }) =>
      uid >= outside && uid < outside + count ? [inside + uid - outside] : [],
    )[0] ?? NOBODY;
  return (snapshot.files ?? []).map(({ path, uid }) => ({
    command: `stat -c %u ${path}`,
    lines: [`${nameOf(uid)} ${whoIs(nameOf(uid))}`.trim()],
    shape: 'line' as const,
  }));
}

/** All that is known of a process's own view; a live machine's agent tells less than a recording. */
export function answersOf(snapshot: Snapshot, process: SnapshotProcess, t: Translate): readonly Answer[] {
  const { sees, mounts } = process;
  const own: readonly Answer[] = sees
    ? [
        { command: 'hostname', lines: [sees.host], shape: 'line' },
        { command: 'id -u', lines: [`${sees.uid} ${whoIs(sees.uid)}`.trim()], shape: 'line' },
        { command: 'id -g', lines: [`${sees.gid} ${whoIs(sees.gid)}`.trim()], shape: 'line' },
        { command: 'echo $$', lines: [String(sees.pid)], shape: 'line' },
      ]
    : [{ command: 'echo $$', lines: [process.nspid.split(' ').at(-1)!], shape: 'line' }];
  return [
    ...own,
    { command: 'ps -e', lines: processes(snapshot, process, t) },
    ...network(snapshot, process),
    ...(mounts
      ? [{ command: 'findmnt -o TARGET', lines: mounts.map(({ at }) => at), shape: 'list' as const }]
      : []),
    ...(sees?.cg === undefined
      ? []
      : [{ command: '/proc/self/cgroup', lines: [`0::${sees.cg}`], shape: 'line' as const }]),
    ...(sees && sees.ahead !== 0
      ? [
          {
            command: 'uptime',
            lines: [t({ key: 'sees.ahead', values: { hours: sees.ahead / 3600 } })],
            shape: 'line' as const,
          },
        ]
      : []),
    ...files(snapshot, process),
  ];
}
