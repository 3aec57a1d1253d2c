/** Why: every figure says whether it is a recording or a model, and one click says how, and what it is not. */
import { Suspense, lazy, useState } from 'react';
import type { PlayerText } from '../../i18n/player';
import type { Translate } from '../../lib/message';
import type { Provenance } from '../../lib/trace';

interface BadgeProps {
  readonly provenance: Provenance;
  readonly uid: string;
  readonly t: Translate;
  readonly text: PlayerText;
  /** The figure's own page, which tells it without JavaScript too. */
  readonly pageHref: string;
}

const Details = lazy(async () => ({
  default: (await import('./ProvenanceDetails')).ProvenanceDetails,
}));

export function ProvenanceBadge({ provenance, uid, t, text, pageHref }: BadgeProps) {
  const [opened, setOpened] = useState(false);
  const [kind, more] =
    provenance.kind === 'model' ? [text.model, text.modelMore] : [text.recorded, text.recordedMore];
  const id = `${uid}-provenance`;
  const link = <a href={`${pageHref}#provenance`}>{text.fullPage}</a>;
  return (
    <>
      <button type="button" className={`figure-badge badge-${provenance.kind}`} popoverTarget={id}>
        <b>{kind}</b> <span>· {more}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="figure-provenance"
        role="dialog"
        aria-label={`${kind}: ${more}`}
        onToggle={() => setOpened(true)}
      >
        <button type="button" className="figure-close" popoverTarget={id} popoverTargetAction="hide">
          {text.close}
        </button>
        {opened ? (
          <Suspense fallback={link}>
            <Details provenance={provenance} t={t} text={text} level={2} />
          </Suspense>
        ) : (
          link
        )}
      </div>
    </>
  );
}
