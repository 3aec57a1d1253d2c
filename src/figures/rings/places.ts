/** Why: from "ring 1, guest kernel" in the model to a place in the picture, and from a move to a way drawn between two places. */
import type { Control, Move, RingsState } from '../../models/rings/types';
import type { Point } from '../../marks/shapes';
import { BANDS, layoutOf, polar, seat, way, type Band, type Base, type Tenant } from './geometry';

function tenantOf(control: Control, state: RingsState): Tenant {
  switch (control.code) {
    case 'user':
      return 'user';
    case 'vmm':
      return 'vmm';
    case 'guest-kernel':
    case 'translated':
      return state.scenario.technique === 'translation' ? 'cache' : 'kernel';
    default:
      return control.code satisfies never;
  }
}

/**
 * The band where control is.
 * @throws Error when the technique has no such place: model and picture disagree.
 */
export function bandOf(state: RingsState, control: Control): Band {
  const tenant = tenantOf(control, state);
  const bands: readonly Band[] = BANDS[state.scenario.technique];
  const band = bands.find((candidate) => candidate.tenant === tenant);
  if (!band) throw new Error(`no place for ${control.code} in the rings of "${state.scenario.technique}"`);
  return band;
}

export const seatOf = (state: RingsState, base: Base, control: Control): Point =>
  seat(base, bandOf(state, control), sharesRing(state));

/** Kernel and users live in one ring. */
export const sharesRing = (state: RingsState): boolean => state.scenario.technique === 'xen-64';

/** The two openings of the CPU bar between non-root and root mode, left of its middle. */
export const CHANNELS = { exit: -75, entry: -57 } as const;

/** From ring 3, straight down through the CPU and then sideways into root mode, or back the same way. */
function besideRings(base: Base, user: Point, vmm: Point, down: boolean): string {
  const corner = base.top + base.height + 8;
  const [start, end] = down ? [user.y + 12, vmm.x - 20] : [user.y + 20, vmm.x - 12];
  return down
    ? `M${user.x} ${start}V${corner}Q${user.x} ${vmm.y} ${end} ${vmm.y}`
    : `M${end} ${vmm.y}Q${user.x} ${vmm.y} ${user.x} ${corner}V${start}`;
}

/** Where a move began. A first callout begins in code that the translator entered in the same step. */
export function originOf({ kind, from, to }: Move): Control {
  return kind === 'callout' && from.code === 'vmm' ? { ...to, code: 'translated', ring: 1 } : from;
}

/** SVG path of the way that control took, or undefined when it stayed where it was. */
export function takenWay(state: RingsState, base: Base, move: Move): string | undefined {
  const origin = originOf(move);
  const from = seatOf(state, base, origin);
  const to = seatOf(state, base, move.to);
  if (from.x === to.x && from.y === to.y) return undefined;
  const inward = move.to.code === 'vmm';
  const crosses = (origin.code === 'vmm') !== inward;
  if (layoutOf(state.scenario.technique) === 'split' && crosses) {
    const ofUser = (inward ? origin : move.to).code === 'user';
    if (ofUser) return inward ? besideRings(base, from, to, true) : besideRings(base, to, from, false);
    return way(from, to, 0.12);
  }
  return way(
    from,
    to,
    from.x > to.x && sharesRing(state) && crosses ? -0.14 : sharesRing(state) ? 0.14 : 0.22,
  );
}

/** Where the trap should have entered the VMM and did not: the dashed way and the barred stretch of the border. */
export function missedWay(
  state: RingsState,
  base: Base,
): { way: string; radius: number; from: number; to: number } | undefined {
  const bands: readonly Band[] = BANDS[state.scenario.technique];
  const vmm = bands.find((band) => band.tenant === 'vmm' && band.half === 'up');
  if (!vmm) return undefined;
  const from = seatOf(state, base, state.move.to);
  const fromUser = state.move.to.code === 'user';
  const left = fromUser ? 150 : 131;
  const middle = from.x > base.cx ? 180 - left : left;
  const target = polar(base, vmm.outer + 9, middle);
  return {
    way: way(from, target, from.x > base.cx ? 0.16 : -0.16, [21, 0]),
    radius: vmm.outer + 1.5,
    from: middle + 15,
    to: middle - 15,
  };
}
