/** Why: an address that names no question says what was found, what was expected, and what is shown in its place. */
import { FAMILIES, SEEDS } from '../../drills/numbered';
import { fill } from '../../lib/fill';
import type { Asked } from './address';
import type { DrillText } from './messages';

function wordsOf(asked: Asked, text: DrillText): string | null {
  switch (asked.kind) {
    case 'none':
    case 'question':
      return null;
    case 'seed':
      return fill(text.badSeed, { found: asked.found, max: SEEDS - 1 });
    case 'family': {
      const expected = FAMILIES.join(', ');
      if (asked.found === '') return fill(text.noFamily, { expected });
      const near = asked.near ? fill(text.near, { near: asked.near }) : '';
      return fill(text.badFamily, { found: asked.found, expected, near });
    }
  }
}

export function Problem({ asked, text }: { readonly asked: Asked; readonly text: DrillText }) {
  const words = wordsOf(asked, text);
  return (
    <div className="store-notice" role="status">
      {words !== null && <p>{words}</p>}
    </div>
  );
}
