/** Why: how a recording was made, or what a model leaves out: read by few, so fetched when it is opened. */
import type { PlayerText } from '../../i18n/player';
import type { Translate } from '../../lib/message';
import type { Provenance } from '../../lib/trace';
import { RichText } from '../../marks/RichText';

interface DetailsProps {
  readonly provenance: Provenance;
  readonly t: Translate;
  readonly text: PlayerText;
  /** Level of its headings: under a page's own title 2, inside a section 3. */
  readonly level: 2 | 3;
}

export function ProvenanceDetails({ provenance, t, text, level }: DetailsProps) {
  const Heading = `h${level}` as const;
  switch (provenance.kind) {
    case 'model':
      return (
        <>
          <Heading>{text.simplifies}</Heading>
          <ul>
            {provenance.simplifies.map((message) => (
              <li key={message.key}>
                <RichText text={t(message)} />
              </li>
            ))}
          </ul>
          <Heading>{text.references}</Heading>
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
          <Heading>{text.caveats}</Heading>
          <ul>
            {provenance.caveats.map((message) => (
              <li key={message.key}>
                <RichText text={t(message)} />
              </li>
            ))}
          </ul>
          <Heading>{text.recordedWith}</Heading>
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
