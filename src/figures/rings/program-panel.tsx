/** Why: the program as its author wrote it, with what became of each instruction so far, and what the translator made of it. */
import { ownerClass } from '../../marks/owner';
import type { CacheEntry, Line, RingsState } from '../../models/rings/types';
import type { ViewProps } from '../contract';
import { OutcomeIcon } from './OutcomeMark';
import { isTrouble, OUTCOME_OWNER } from './owners';

type T = ViewProps<RingsState>['t'];

/** Consecutive lines written for the same ring. */
function parts(lines: readonly Line[]): { readonly ring: Line['ring']; readonly lines: readonly Line[] }[] {
  const found: { ring: Line['ring']; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.ring === line.ring) last.lines.push(line);
    else found.push({ ring: line.ring, lines: [line] });
  }
  return found;
}

function Replacement({ entry, t }: { readonly entry: CacheEntry; readonly t: T }) {
  if (entry.kind === 'copied') return <span className="rings-becomes">{t('program-copied')}</span>;
  const key = entry.kind === 'callout' ? 'program-becomes-call' : 'program-becomes';
  return (
    <span className={`rings-becomes ${ownerClass(entry.kind === 'callout' ? 'vmm' : 'kern')}`}>
      {t(key)} <code>{entry.to}</code>
    </span>
  );
}

function ListingLine({
  line,
  state,
  focus,
  t,
}: {
  line: Line;
  state: RingsState;
  focus: readonly string[];
  t: T;
}) {
  const now = state.lines[state.line] === line;
  const node = `line-${line.label}`;
  const entry = state.cache.find(({ label }) => label === line.label);
  const past = line.outcome !== null && !now;
  const trouble = line.outcome !== null && isTrouble(line.outcome);
  return (
    <li
      className={`${now ? 'is-now' : past ? 'is-past' : 'is-next'}${focus.includes(node) ? ' is-focus' : ''}`}
      data-node={node}
      aria-current={now ? 'step' : undefined}
    >
      <code>{line.text}</code>
      {line.outcome !== null && (
        <span
          className={`rings-line-outcome ${trouble ? 'is-trouble' : ownerClass(OUTCOME_OWNER[line.outcome])}`}
        >
          <OutcomeIcon outcome={line.outcome} />
          {t(`outcome-${line.outcome}`)}
        </span>
      )}
      {entry && <Replacement entry={entry} t={t} />}
    </li>
  );
}

export function ProgramPanel({ frame, t }: ViewProps<RingsState>) {
  const { state, focus } = frame.step;
  const kernelKey = state.scenario.technique === 'bare' ? 'program-kernel-part-bare' : 'program-kernel-part';
  return (
    <div className="rings-listing">
      {parts(state.lines).map((part) => (
        <div key={part.lines[0]?.label} className={ownerClass(part.ring === 3 ? 'user' : 'kern')}>
          <p className="rings-part">{t(part.ring === 3 ? 'program-user-part' : kernelKey)}</p>
          <ol>
            {part.lines.map((line) => (
              <ListingLine key={line.label} line={line} state={state} focus={focus} t={t} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
