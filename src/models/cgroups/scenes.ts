/** Why: each scene is one thing that control groups do, set up so that it happens within a second. */
import { setupOf } from './edits';
import type { GroupId, Load, ProcessId, Setup } from './types';

export const SCENES = ['weight', 'quota', 'memory', 'high', 'pids', 'freeze', 'io'] as const;
export type SceneId = (typeof SCENES)[number];

type Place = readonly [group: GroupId, load: Load];

const processes = (
  nginx: Place,
  python: Place,
  sort: Place,
  shell: Place = ['root', 'idle'],
): Setup['processes'] => {
  const places: Record<ProcessId, Place> = { nginx, python, sort, shell };
  const at = (id: ProcessId) => ({ group: places[id][0], load: places[id][1] });
  return { nginx: at('nginx'), python: at('python'), sort: at('sort'), shell: at('shell') };
};

/** The period in which nginx begins, and the last in which sort has work, where a scene has shifts. */
export const NGINX_FROM = 4;
export const SORT_TO = { weight: 7, quota: 6 } as const;
const UNTIL_THE_END = 10;

export const SETUP: Readonly<Record<SceneId, Setup>> = {
  weight: setupOf(
    processes(['web', 'cpu'], ['train', 'cpu'], ['report', 'cpu']),
    { web: { weight: 200 }, train: { weight: 200 } },
    { nginx: { from: NGINX_FROM, to: UNTIL_THE_END }, sort: { from: 1, to: SORT_TO.weight } },
  ),
  quota: setupOf(
    processes(['web', 'idle'], ['train', 'cpu'], ['report', 'cpu']),
    { batch: { quota: 150 }, train: { quota: 50 } },
    { sort: { from: 1, to: SORT_TO.quota } },
  ),
  memory: setupOf(processes(['web', 'idle'], ['train', 'memory'], ['report', 'files']), {
    batch: { memory: 256 },
  }),
  high: setupOf(processes(['web', 'idle'], ['train', 'memory'], ['report', 'files']), {
    batch: { high: 128, memory: 256 },
  }),
  pids: setupOf(processes(['web', 'cpu'], ['train', 'fork'], ['report', 'idle']), { train: { pids: 16 } }),
  freeze: setupOf(processes(['web', 'cpu'], ['train', 'memory'], ['report', 'cpu']), {
    batch: { freeze: 1 },
  }),
  io: setupOf(
    processes(['web', 'disk'], ['train', 'disk'], ['report', 'idle']),
    { batch: { io: 10 } },
    { nginx: { from: NGINX_FROM, to: UNTIL_THE_END } },
  ),
};
