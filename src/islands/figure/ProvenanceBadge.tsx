/** Why: every figure says whether it is a recording or a model, and one click says how, and what it is not. */
import type { PlayerText } from '../../i18n/player';
import type { Translate } from '../../lib/message';
import type { Provenance } from '../../lib/trace';
import { RichText } from '../../marks/RichText';

interface BadgeProps {
  readonly provenance: Provenance;
  readonly uid: string;
  readonly t: Translate;
  readonly text: PlayerText;
  /** Address of the page that tells it, while this one does not. */
  readonly elsewhere?: string;
}

function Details({ provenance, t, text }: Omit<BadgeProps, 'uid' | 'elsewhere'>) {
  switch (provenance.kind) {
    case 'model':
      return (
        <>
          <h3>{text.simplifies}</h3>
          <ul>
            {provenance.simplifies.map((message) => (
              <li key={message.key}>
                <RichText text={t(message)} />
              </li>
            ))}
          </ul>
          <h3>{text.references}</h3>
          <ul>
            {provenance.references.map(({ label, url }) => (
              <li key={label}>{url ? <a href={url}>{label}</a> : label}</li>
            ))}
          </ul>
        </>
      );
    case 'recorded':
      return (
        <>
          <h3>{text.caveats}</h3>
          <ul>
            {provenance.caveats.map((message) => (
              <li key={message.key}>
                <RichText text={t(message)} />
              </li>
            ))}
          </ul>
          <h3>{text.recordedWith}</h3>
          <dl>
            <dt>{provenance.tool}</dt>
            {Object.entries(provenance.versions).map(([name, version]) => (
              <dd key={name}>
                {name} {version}
              </dd>
            ))}
            <dt>{text.date}</dt>
            <dd>{provenance.date}</dd>
            <dt>{text.command}</dt>
            <dd>
              <code>{provenance.command}</code>
            </dd>
            <dt>{text.checksum}</dt>
            <dd>
              <code>{provenance.sha256}</code>
            </dd>
          </dl>
        </>
      );
  }
}

export function ProvenanceBadge({ provenance, uid, t, text, elsewhere }: BadgeProps) {
  const [kind, more] =
    provenance.kind === 'model' ? [text.model, text.modelMore] : [text.recorded, text.recordedMore];
  const id = `${uid}-provenance`;
  return (
    <>
      <button type="button" className={`figure-badge badge-${provenance.kind}`} popoverTarget={id}>
        <b>{kind}</b> <span>· {more}</span>
      </button>
      <div id={id} popover="auto" className="figure-provenance" role="dialog" aria-label={`${kind}: ${more}`}>
        <button type="button" className="figure-close" popoverTarget={id} popoverTargetAction="hide">
          {text.close}
        </button>
        {elsewhere ? (
          <a href={elsewhere}>{text.fullPage}</a>
        ) : (
          <Details provenance={provenance} t={t} text={text} />
        )}
      </div>
    </>
  );
}
