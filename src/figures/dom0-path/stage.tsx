/** Why: a packet's way, or all guests at once, drawn for the back row. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import type { StageProps } from '../contract';
import { StageLoad } from './StageLoad';
import { StagePing } from './StagePing';
import type { PathState } from './state';

export function Stage({ frame, t, uid, shape }: StageProps<PathState>) {
  const { state, focus } = frame.step;
  switch (state.kind) {
    case 'ping':
      return <StagePing {...{ state, focus, shape, uid, t }} />;
    case 'load':
      return <StageLoad {...{ state, shape, uid, t }} />;
  }
}
