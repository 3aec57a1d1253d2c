/** Why: what a page shows of a figure is compared with the figure itself, drawn once more from its source. */
import { createViteServer } from 'vitest/node';
import type { Figure, SpokenFigure } from '../../src/figures/contract';
import type { Lang } from './site';

/** A step drawn from its figure's source. */
export interface Still {
  /** As the server writes it. */
  readonly html: string;
  readonly caption: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

export interface Stills {
  /** @throws Error when there is no such figure or step */
  readonly draw: (id: string, ref: string, at: string, lang: Lang, uid: string) => Still;
  readonly close: () => Promise<void>;
}

interface Modules {
  readonly content: { figures: Readonly<Record<string, SpokenFigure>> };
  readonly scenario: { parseScenario: (figure: Figure, ref: string) => { scenario: Record<string, string> } };
  readonly message: { translator: (messages: unknown, lang: Lang) => (message: unknown) => string };
  readonly marks: { plainText: (text: string) => string };
}

/** Loads every figure from `src/`. */
export async function openStills(): Promise<Stills> {
  const { createElement } = await import('react');
  const { renderToStaticMarkup } = await import('react-dom/server');
  const vite = await createViteServer({
    configFile: false,
    root: `${import.meta.dirname}/../..`,
    cacheDir: '.cache/vite-stills',
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  const load = async <K extends keyof Modules>(file: string) =>
    (await vite.ssrLoadModule(file)) as Modules[K];
  const { figures } = await load<'content'>('/src/content/figures.ts');
  const { parseScenario } = await load<'scenario'>('/src/figures/scenario.ts');
  const { translator } = await load<'message'>('/src/lib/message.ts');
  const { plainText } = await load<'marks'>('/src/marks/RichText.tsx');
  return {
    draw(id, ref, at, lang, uid) {
      const figure = figures[id];
      if (!figure) throw new Error(`no figure "${id}"`);
      const { scenario } = parseScenario(figure, ref);
      const trace = figure.run(scenario);
      const index = trace.steps.findIndex((step) => step.id === at);
      const step = trace.steps[index];
      if (!step) throw new Error(`figure "${id}" has no step "${at}" in "${ref}"`);
      const t = translator(figure.messages[lang], lang);
      const frame = { trace, index, step, scenario };
      return {
        html: renderToStaticMarkup(createElement(figure.View, { frame, t, lang, uid })),
        caption: plainText(t(step.caption)),
        number: index + 1,
        count: trace.steps.length,
      };
    },
    close: () => vite.close(),
  };
}
