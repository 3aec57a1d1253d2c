/** Why: two pictures of one mechanism: a nested walk as the grid that it is, and the tables with who points at them. */
import { plainText } from '../../marks/RichText';
import { Defs } from '../../marks/Defs';
import type { State } from '../../models/address-translation/types';
import type { ViewProps } from '../contract';
import { VIEW } from './geometry';
import { Grid } from './Grid';
import { Tables } from './Tables';

export function View(props: ViewProps<State>) {
  const { frame, t, uid } = props;
  const { state, caption } = frame.step;
  const name = t({
    key: 'picture',
    values: { what: { key: `picture-${state.picture}` }, caption: plainText(t(caption)) },
  });
  return (
    <svg className="at" viewBox={`0 0 ${VIEW.width} ${VIEW.height}`} role="group" aria-label={name}>
      <Defs uid={uid} />
      {state.picture === 'grid' ? <Grid {...props} /> : <Tables {...props} />}
    </svg>
  );
}
