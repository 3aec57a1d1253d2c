/** Why: a link to a lesson, shared in a chat, shows a calm card with its title. Drawn at build time, kept between builds. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori, { type SatoriOptions } from 'satori';

export interface Card {
  readonly title: string;
  /** Unit and number of the lesson, or the site's own line. */
  readonly over: string;
  readonly under: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const CACHE = path.resolve('.cache/open-graph');
const require = createRequire(path.resolve('package.json'));

type Fonts = SatoriOptions['fonts'];
let fonts: Promise<Fonts> | undefined;
const loadFonts = (): Promise<Fonts> =>
  (fonts ??= Promise.all(
    (['latin', 'chinese-simplified'] as const).flatMap((subset) =>
      ([400, 700] as const).map(async (weight) => ({
        name: subset === 'latin' ? 'Latin' : 'Chinese',
        weight,
        style: 'normal' as const,
        data: await readFile(
          require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${subset}-${weight}-normal.woff`),
        ),
      })),
    ),
  ));

type Element = { type: string; props: Record<string, unknown> };
const el = (type: string, props: Record<string, unknown>, ...children: (Element | string)[]): Element => ({
  type,
  props: { ...props, children: children.length === 1 ? children[0] : children },
});

/** The mark: half of the three rings, large, rising from the lower edge. */
const rings = el(
  'svg',
  {
    width: 560,
    height: 280,
    viewBox: '-140 -140 280 140',
    style: { position: 'absolute', right: 56, bottom: 0 },
  },
  ...(
    [
      [136, '#dfeefa', '#14629e'],
      [92, '#fdeed0', '#8f5a00'],
      [48, '#fbe3e6', '#a81e36'],
    ] as const
  ).map(([r, fill, stroke]) => el('circle', { r, cx: 0, cy: 0, fill, stroke, 'stroke-width': 1.5 })),
);

function layout({ title, over, under }: Card): Element {
  const size = [...title].reduce((sum, char) => sum + (char > '\u2e7f' ? 1.8 : 1), 0) > 44 ? 60 : 72;
  const line = (style: object, text: string) => el('div', { style: { display: 'flex', ...style } }, text);
  return el(
    'div',
    {
      style: {
        width: WIDTH,
        height: HEIGHT,
        display: 'flex',
        flexDirection: 'column',
        padding: '64px 72px',
        background: '#fbfaf7',
        color: '#1a1d23',
        fontFamily: 'Latin, Chinese',
      },
    },
    rings,
    line({ fontSize: 30, color: '#5a6070' }, over),
    line({ fontSize: size, fontWeight: 700, lineHeight: 1.2, marginTop: 14, maxWidth: 1010 }, title),
    line({ position: 'absolute', left: 72, bottom: 56, fontSize: 30, fontWeight: 700 }, under),
  );
}

/** PNG of a card, 1200 x 630. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const tree = layout(card);
  const file = path.join(CACHE, `${createHash('sha256').update(JSON.stringify(tree)).digest('hex')}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const svg = await satori(tree as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts: await loadFonts(),
  });
  const png = new Uint8Array(new Resvg(svg).render().asPng());
  await mkdir(CACHE, { recursive: true });
  await writeFile(file, png);
  return png;
}
