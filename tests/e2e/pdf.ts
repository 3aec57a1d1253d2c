/** Why: what a printer gets is a PDF; where its pages break is read from the places that its links lead to. */
import type { Page } from '@playwright/test';

export interface Printed {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  /** Page of each mark, from 1. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** How far above the lower edge of its page a mark begins, in points. */
  readonly heightOf: ReadonlyMap<string, number>;
}

/**
 * Prints the page as it is and finds on which sheet each marked element begins.
 * @param marks selector by name of the mark; each must fit one element
 * @param body what is printed; its end takes the links
 */
export async function printed(
  page: Page,
  format: 'A4' | 'Letter',
  marks: Readonly<Record<string, string>>,
  body = '.exam-print',
): Promise<Printed> {
  // Browsers write down where a page's own links lead: so every mark gets a link, after all that is printed.
  await page.evaluate(
    ([selectors, end]) => {
      document.querySelector('#test-links')?.remove();
      const links = document.createElement('div');
      links.id = 'test-links';
      for (const [name, selector] of Object.entries(selectors)) {
        const found = document.querySelectorAll(selector);
        if (found.length !== 1) throw new Error(`${name}: ${found.length} elements fit ${selector}`);
        found[0]!.id = name;
        const link = document.createElement('a');
        link.href = `#${name}`;
        link.textContent = '.';
        links.append(link);
      }
      document.querySelector(end)!.append(links);
    },
    [marks, body] as const,
  );
  const pdf = (await page.pdf({ format, margin: { top: '15mm', bottom: '15mm' } })).toString('latin1');
  const objects = new Map(
    [...pdf.matchAll(/\n(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id = '', text = '']) => [id, text]),
  );
  /** Pages hang in a tree. */
  const leaves = (id: string): string[] => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objects.get(id) ?? '')?.[1];
    return kids === undefined ? [id] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => leaves(kid[1]!));
  };
  const catalog = [...objects.values()].find((text) => /\/Type\s*\/Catalog/.test(text)) ?? '';
  const order = leaves(/\/Pages\s+(\d+) 0 R/.exec(catalog)?.[1] ?? '');
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf);
  const places = [...pdf.matchAll(/\/([\w-]+)\s*\[\s*(\d+) 0 R\s*\/XYZ\s+[-\d.]+\s+([-\d.]+)/g)];
  return {
    width: Number(box?.[1]),
    height: Number(box?.[2]),
    pages: order.length,
    pageOf: new Map(places.map(([, name = '', object]) => [name, order.indexOf(object ?? '') + 1])),
    heightOf: new Map(places.map(([, name = '', , top]) => [name, Number(top)])),
  };
}
