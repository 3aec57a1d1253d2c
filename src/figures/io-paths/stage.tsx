/** Why: one packet's way, or a stream through its rings, drawn for the back row. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import type { IoState } from '../../models/io-paths/types';
import type { StageProps } from '../contract';
import { nameOf } from './name-of';
import { StagePath } from './StagePath';
import { StageStream } from './StageStream';

export function Stage({ frame, t, uid, shape }: StageProps<IoState>) {
  const { state, focus } = frame.step;
  const { now } = state;
  const name = nameOf(state, t);
  return now.kind === 'path' ? (
    <StagePath {...{ state, now, focus, shape, name, uid, t }} />
  ) : (
    <StageStream {...{ state, now, focus, shape, name, uid, t }} />
  );
}
