/** Why: under each stack, in a few words, what it just did, where that was read, or that it was not. */
import { SOURCES } from '../../models/platforms/sources';
import { nameOf, type ColumnState, type PlatformId } from '../../models/platforms/types';
import type { Translate } from '../../lib/message';

/** The words in bold at the beginning of what a hop says. */
export const shortOf = (says: string): string => /^\*\*(.+?)\*\*/.exec(says)?.[1] ?? says;

/** Up to so many columns have room for the source of each beat; all sources stand with what the model leaves out. */
const ROOMY = 3;

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
        >
          <b className="visually-hidden">{t(nameOf(platform))}: </b>
          {moved ? shortOf(t(hop.says)) : t({ key: 'done', values: { beats: past.length } })}
          {moved && hop.certainty === 'verified' && columns.length <= ROOMY && (
            <small>{SOURCES[hop.source]?.label}</small>
          )}
          {moved && hop.certainty === 'unverified' && <em>{t('unverified')}</em>}
        </li>
      ))}
    </ul>
  );
}
