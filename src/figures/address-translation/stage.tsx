/** Why: address translation for the back row: the grid or the tables, with the CPU beside or under them. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import { plainText } from '../../marks/RichText';
import { Defs } from '../../marks/Defs';
import type { State } from '../../models/address-translation/types';
import { STAGE_ROOMS, type StageProps } from '../contract';
import { StageGrid } from './StageGrid';
import { StageTables } from './StageTables';

export function Stage(props: StageProps<State>) {
  const { frame, t, uid, shape } = props;
  const { state, caption } = frame.step;
  const { width, height } = STAGE_ROOMS[shape];
  const name = t({
    key: 'picture',
    values: { what: { key: `picture-${state.picture}` }, caption: plainText(t(caption)) },
  });
  return (
    <svg className="at at-room" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      <Defs uid={uid} />
      {state.picture === 'grid' ? <StageGrid {...props} /> : <StageTables {...props} />}
    </svg>
  );
}
