/** Why: a packet's way, or all guests at once, drawn for the back row. */
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
