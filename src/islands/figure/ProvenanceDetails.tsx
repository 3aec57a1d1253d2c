/** Why: how a recording was made, or what a model leaves out: read by few, so fetched when it is opened. */
import type { PlayerText } from '../../i18n/player';
import type { Translate } from '../../lib/message';
import type { Provenance } from '../../lib/trace';
import { RichText } from '../../marks/RichText';

interface DetailsProps {
  readonly provenance: Provenance;
  readonly t: Translate;
  readonly text: PlayerText;
}

export function ProvenanceDetails({ provenance, t, text }: DetailsProps) {
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
