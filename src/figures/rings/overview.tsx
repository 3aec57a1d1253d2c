/** Why: the whole argument at one glance: every instruction under every technique, each cell computed by running the model. */
import { useMemo } from 'react';
import { ownerClass } from '../../marks/owner';
import { matrix } from '../../models/rings/matrix';
import { OUTCOMES, TECHNIQUES, type Cell, type ProgramId, type RingsState } from '../../models/rings/types';
import type { OverviewProps } from '../contract';
import { GROUPS } from './groups';
import { OutcomeIcon } from './OutcomeMark';
import { instructionName, isTrouble, OUTCOME_OWNER } from './owners';

type Props = OverviewProps<RingsState>;

/** The argument first: the instructions that go wrong; whole stories after them. */
const ORDER = [...GROUPS.slice(1), ...GROUPS.slice(0, 1)];

interface CellProps {
  readonly cell: Cell;
  readonly name: string;
  readonly here: boolean;
  readonly t: Props['t'];
  readonly onScenario: Props['onScenario'];
}

function OutcomeCell({ cell, name, here, t, onScenario }: CellProps) {
  const words = t(`outcome-short-${cell.outcome}`);
  const classes = `rings-cellbutton ${ownerClass(OUTCOME_OWNER[cell.outcome])}${isTrouble(cell.outcome) ? ' is-trouble' : ''}`;
  const content = (
    <>
      <OutcomeIcon outcome={cell.outcome} />
      <span>{words}</span>
    </>
  );
  if (!onScenario) return <span className={classes}>{content}</span>;
  const label = t({
    key: 'overview-cell',
    values: { program: name, technique: t(`technique-${cell.technique}`), outcome: words },
  });
  return (
    <button
      type="button"
      className={classes}
      aria-label={label}
      title={t(`outcome-legend-${cell.outcome}`)}
      aria-current={here ? 'true' : undefined}
      onClick={() => onScenario({ program: cell.program, technique: cell.technique }, cell.at)}
    >
      {content}
    </button>
  );
}

export function RingsOverview({ t, scenario, onScenario }: Props) {
  const cells = useMemo(
    () => new Map(matrix().map((cell) => [`${cell.program}.${cell.technique}`, cell])),
    [],
  );
  const used = OUTCOMES.filter((outcome) => [...cells.values()].some((cell) => cell.outcome === outcome));
  const row = (program: ProgramId) => {
    const name = instructionName(program) ?? t(`program-${program}`);
    return (
      <tr key={program}>
        <th scope="row">{name}</th>
        {TECHNIQUES.map((technique) => {
          const cell = cells.get(`${program}.${technique}`);
          const here = scenario['program'] === program && scenario['technique'] === technique;
          return (
            <td key={technique}>
              {cell && <OutcomeCell cell={cell} name={name} here={here} t={t} onScenario={onScenario} />}
            </td>
          );
        })}
      </tr>
    );
  };
  return (
    <div className="rings-overview">
      <p>{t('overview-caption')}</p>
      {/* A region that scrolls sideways must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="rings-matrix" role="region" aria-label={t('overview-caption')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('overview-instruction')}</th>
              {TECHNIQUES.map((technique) => (
                <th key={technique} scope="col">
                  {t(`technique-${technique}`)}
                </th>
              ))}
            </tr>
          </thead>
          {ORDER.map(({ key, programs }) => (
            <tbody key={key}>
              <tr className="rings-group-row">
                <th scope="rowgroup" colSpan={TECHNIQUES.length + 1}>
                  <span>{t(key)}</span>
                </th>
              </tr>
              {programs.map(row)}
            </tbody>
          ))}
        </table>
      </div>
      <ul className="rings-legend" aria-label={t('overview-legend')}>
        {used.map((outcome) => (
          <li key={outcome}>
            <OutcomeIcon outcome={outcome} />
            <span>
              <b>{t(`outcome-short-${outcome}`)}</b> {t(`outcome-legend-${outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
