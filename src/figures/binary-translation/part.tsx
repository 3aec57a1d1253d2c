/** Why: what the parts of the picture share: their props, their headings. */
import type { Translate } from '../../lib/message';
import type { BtState } from '../../models/binary-translation/types';
import type { Box } from '../../marks/shapes';
import type { Layout } from './geometry';

export interface Part {
  readonly state: BtState;
  readonly layout: Layout;
  readonly t: Translate;
}

export function Heading({ box, title, sub }: { box: Box; title: string; sub: string }) {
  return (
    <>
      <text className="bt-head" x={box.x} y={box.y - 32}>
        {title}
      </text>
      <text className="bt-sub" x={box.x} y={box.y - 13}>
        {sub}
      </text>
    </>
  );
}
