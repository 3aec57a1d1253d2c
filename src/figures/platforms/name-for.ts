/** Why: those who do not see the picture hear the same of it, drawn for a page or for a room. */
import type { Message, Translate } from '../../lib/message';
import { plainText } from '../../marks/RichText';
import { layerName, nameOf, type ColumnState, type PlatformsState } from '../../models/platforms/types';

/** One sentence for those who do not see the picture: who is in control in each column. */
export function nameFor(columns: readonly ColumnState[], state: PlatformsState, t: Translate): string {
  const places = columns
    .map(({ platform, hop }): Message => ({
      key: 'picture-place',
      values: { platform: nameOf(platform), layer: layerName(platform, hop.layer) },
    }))
    .reduce((a, b) => ({ key: 'then', values: { a, b } }));
  return plainText(
    t({ key: 'picture', values: { event: { key: `event-${state.event}` }, beat: state.beat, places } }),
  );
}
