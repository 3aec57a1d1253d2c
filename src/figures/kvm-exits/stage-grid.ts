/** Why: five lanes on a slide, wide and low or nearly square; as on a page, depth is who works and time runs to the right. */
import { STAGE_ROOMS, type Shape } from '../contract';
import type { Grid } from './geometry';

export const STAGE_GRIDS: Readonly<Record<Shape, Grid>> = {
  '4:3': {
    ...STAGE_ROOMS['4:3'],
    bands: {
      ring3: { y: 2, height: 72 },
      ring0: { y: 80, height: 92 },
      cpu: { y: 178, height: 52 },
      kvm: { y: 236, height: 103 },
      vmm: { y: 345, height: 103 },
    },
    depth: { ring3: 54, ring0: 150, cpu: 204, kvm: 256, vmm: 365 },
    first: 240,
    last: 556,
    span: 390,
    widestGap: 46,
    stop: 54,
  },
  '16:9': {
    ...STAGE_ROOMS['16:9'],
    bands: {
      ring3: { y: 2, height: 118 },
      ring0: { y: 128, height: 142 },
      cpu: { y: 278, height: 70 },
      kvm: { y: 356, height: 158 },
      vmm: { y: 522, height: 160 },
    },
    depth: { ring3: 88, ring0: 236, cpu: 313, kvm: 386, vmm: 552 },
    first: 240,
    last: 494,
    span: 380,
    widestGap: 42,
    stop: 78,
  },
};

/** Where the lanes' names end. */
export const NAMES = 216;
