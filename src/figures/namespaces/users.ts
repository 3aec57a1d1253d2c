/** Why: who is who in each user namespace: ids with the processes and files that bear them, and which id is whose outside. */
import { NOBODY } from '../../models/namespaces/kernel';
import type { Snapshot } from '../../models/namespaces/snapshot';
import { boxHeight } from './geometry';

export interface UserRoom {
  /** Inode. */
  readonly user: number;
  readonly users: readonly { readonly id: number; readonly names: readonly string[] }[];
  /** Ids inside and in the first namespace; `NOBODY` stands for one without a name. */
  readonly lines: readonly { readonly inside: number; readonly outside: number }[];
}

export const heightOfUsers = ({ users }: UserRoom): number => boxHeight(users.length);

const unique = <T>(list: readonly T[]) => [...new Set(list)];
const ascending = (list: readonly number[]) => unique(list).toSorted((a, b) => a - b);

/** The first namespace, then the others in use; none where the snapshot does not tell the maps. */
export function usersOf({ procs, maps, files = [] }: Snapshot): readonly UserRoom[] {
  const first = procs[0]?.ns.user;
  if (maps === undefined || first === undefined) return [];
  const others = unique(procs.map(({ ns }) => ns.user)).filter((user) => user !== first);
  const mapped = others.flatMap((user) => maps[user] ?? []).map(({ outside }) => outside);
  const ids = ascending([...procs.flatMap(({ uid }) => uid ?? []), ...mapped]);
  const host = {
    user: first,
    users: ids.map((id) => ({
      id,
      names: [
        ...unique(procs.filter(({ uid }) => uid === id).map(({ comm }) => comm)),
        ...files.filter(({ uid }) => uid === id).map(({ path }) => path),
      ],
    })),
    lines: [],
  };
  return [
    host,
    ...others.map((user): UserRoom => {
      const inside = procs.filter(({ ns }) => ns.user === user);
      const lines = [
        ...(maps[user] ?? []).map((extent) => ({ inside: extent.inside, outside: extent.outside })),
        ...unique(inside.filter(({ sees }) => sees?.uid === NOBODY).map(({ uid }) => uid!)).map(
          (outside) => ({
            inside: NOBODY,
            outside,
          }),
        ),
      ];
      const users = ascending(lines.map((line) => line.inside)).map((id) => ({
        id,
        names: unique(inside.filter(({ sees }) => sees?.uid === id).map(({ comm }) => comm)),
      }));
      return { user, users, lines };
    }),
  ];
}
