/** Why: the model says how it should go; beside it stands how a real kernel counted it, with what its numbers are not. */
import { useState } from 'react';
import type { CgroupsState } from '../../models/cgroups/run';
import type { ViewProps } from '../contract';
import { seriesOf, SOURCES } from './recordings';
import { SeriesChart } from './SeriesChart';

export function RecordedPanel({ frame, t, lang }: ViewProps<CgroupsState>) {
  const { scene } = frame.step.state;
  const sources = SOURCES[scene];
  const [chosen, choose] = useState('');
  const source = sources.find(({ run }) => run === chosen) ?? sources[0]!;
  const series = seriesOf(source);
  return (
    <div className="cg-recorded">
      {sources.length > 1 ? (
        <select
          aria-label={t('recorded-run')}
          value={source.run}
          onChange={(event) => choose(event.target.value)}
        >
          {sources.map((each) => (
            <option key={each.run} value={each.run}>
              {t(`run-${each.run}`)}
            </option>
          ))}
        </select>
      ) : (
        <p className="cg-run">{t(`run-${source.run}`)}</p>
      )}
      <SeriesChart series={series} t={t} />
      <ul className="cg-keys">
        {series.lines.map(({ id, points }, i) => (
          <li key={id} className={i === 0 ? 'own-user' : 'own-data'}>
            {t(`line-${id}`)}{' '}
            <b>{t({ key: `end-${series.unit}`, values: { n: Math.round(points.at(-1)![1] * 10) / 10 } })}</b>
          </li>
        ))}
        {series.told && (
          <li>
            <code>{t(`line-${series.told.column}`)}</code> <b>{series.told.n}</b>
          </li>
        )}
      </ul>
      <p className="cg-note">{t(`recorded-${scene}`)}</p>
      <details className="cg-caveats">
        <summary>{t({ key: 'recorded-by', values: { kernel: series.kernel } })}</summary>
        <p>{series.title[lang]}</p>
        <ol>
          {series.marks.map(([ms, what]) => (
            <li key={ms}>
              {t({ key: 'moment', values: { ms: Math.round(ms) } })} <code>{what}</code>
            </li>
          ))}
        </ol>
        <ul>
          {series.caveats.map((caveat) => (
            <li key={caveat.en}>{caveat[lang]}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
