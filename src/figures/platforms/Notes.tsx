/** Why: under each stack, in a few words, what it just did, and whether that was read in a source. */
import { SOURCES } from '../../models/platforms/sources';
import { nameOf, type ColumnState, type PlatformId } from '../../models/platforms/types';
import type { Translate } from '../../lib/message';

/** The words in bold at the beginning of what a hop says. */
export const shortOf = (says: string): string => /^\*\*(.+?)\*\*/.exec(says)?.[1] ?? says;

interface NotesProps {
  readonly columns: readonly ColumnState[];
  readonly pair: readonly PlatformId[];
  readonly t: Translate;
}

export function Notes({ columns, pair, t }: NotesProps) {
  return (
    <ul className="pf-notes">
      {columns.map(({ platform, hop, moved, past }) => (
        <li
          key={platform}
          className={[pair.includes(platform) && 'in-pair', !moved && 'is-still'].filter(Boolean).join(' ')}
          title={SOURCES[hop.source]?.label}
        >
          <b className="visually-hidden">{t(nameOf(platform))}: </b>
          {moved ? shortOf(t(hop.says)) : t({ key: 'done', values: { beats: past.length } })}
          {moved && hop.certainty === 'unverified' && <em>{t('unverified')}</em>}
        </li>
      ))}
    </ul>
  );
}
