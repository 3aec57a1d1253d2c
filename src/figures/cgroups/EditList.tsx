/** Why: what was changed, as the shell would have it; what the kernel refused, with errno and reason; and the way back. */
import { Fragment } from 'react';
import { RichText } from '../../marks/RichText';
import type { Translate } from '../../lib/message';
import { spellEdit, type Edit, type Refusal } from '../../models/cgroups/edits';
import { commandOf } from './commands';

/** A path may break after its slashes. */
function Command({ text }: { readonly text: string }) {
  return (
    <code>
      {text.split('/').map((part, i) => (
        <Fragment key={i}>
          {i > 0 && '/'}
          {i > 1 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

interface EditListProps {
  readonly edits: readonly Edit[];
  readonly refused: readonly Refusal[];
  readonly off: boolean;
  readonly t: Translate;
  readonly onEdits: (edits: readonly Edit[]) => void;
}

export function EditList({ edits, refused, off, t, onEdits }: EditListProps) {
  if (edits.length === 0) return <p className="cg-note">{t('change-none')}</p>;
  const errnoOf = (edit: Edit) => refused.find((each) => spellEdit(each.edit) === spellEdit(edit))?.errno;
  return (
    <>
      <div role="status">
        <ul className="cg-edits">
          {edits.map((edit) => {
            const key = spellEdit(edit);
            const errno = errnoOf(edit);
            const command = commandOf(edit);
            return (
              <li key={key} className={errno ? 'is-refused' : undefined}>
                {command ? (
                  <Command text={command} />
                ) : (
                  edit.kind === 'load' &&
                  t({
                    key: 'edit-load',
                    values: { process: edit.process, load: { key: `load-${edit.load}` } },
                  })
                )}
                {errno && (
                  <p>
                    <b>{errno}</b> <RichText text={t(`errno-${errno.toLowerCase()}`)} />
                  </p>
                )}
                <button
                  type="button"
                  aria-label={t({ key: 'edit-undo', values: { what: command ?? key } })}
                  disabled={off}
                  onClick={() => onEdits(edits.filter((other) => other !== edit))}
                >
                  ✕
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <button type="button" className="cg-reset" disabled={off} onClick={() => onEdits([])}>
        {t('change-reset')}
      </button>
    </>
  );
}
