/** Why: questions leave for other systems, and a teacher's own come in. */
import type { Lang } from '../lib/message';
import { ExportPanel } from './exchange/ExportPanel';
import { ImportPanel } from './exchange/ImportPanel';
import { exchangeText } from './exchange/messages';
import { OwnList } from './exchange/OwnList';
import { useList } from './exchange/use-list';
import { useOwn } from './exchange/use-own';

interface ExchangeIslandProps {
  readonly lang: Lang;
  /** Titles of the lessons, by id. */
  readonly titles: Readonly<Record<string, string>>;
}

export function ExchangeIsland({ lang, titles }: ExchangeIslandProps) {
  const text = exchangeText(lang);
  const [list, retry] = useList();
  const own = useOwn();
  return (
    <div className="exchange progress-live" data-exchange={own && list !== 'loading' ? 'ready' : 'loading'}>
      <section aria-labelledby="exchange-export">
        <h2 id="exchange-export">{text.export}</h2>
        <p>{text.exportLead}</p>
        {list === 'failed' && (
          <div role="alert">
            <p>{text.loadFailed}</p>
            <button type="button" onClick={retry}>
              {text.retry}
            </button>
          </div>
        )}
        {list === 'loading' && <p role="status">{text.loading}</p>}
        {typeof list !== 'string' && (
          <ExportPanel bank={list} own={own?.questions ?? []} {...{ titles, lang }} />
        )}
      </section>
      <section aria-labelledby="exchange-import">
        <h2 id="exchange-import">{text.import}</h2>
        {own && <ImportPanel own={own} lang={lang} />}
      </section>
      <section aria-labelledby="exchange-own">
        <h2 id="exchange-own">{text.ownTitle}</h2>
        {own && <OwnList own={own} lang={lang} />}
      </section>
    </div>
  );
}
