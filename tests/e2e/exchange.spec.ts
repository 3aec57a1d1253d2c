/** Why: a file that leaves is what its ending says; a file that comes in joins whole, or changes nothing and says why. */
import { closeSync, openSync, readFileSync, truncateSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import type { Page, TestInfo } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import gift from 'gift-pegjs';
import Papa from 'papaparse';
import initSqlJs from 'sql.js';
import { parse as parseYaml } from 'yaml';
import { at, LANGS, type Lang } from './site';
import { expect, test } from './test';

const WORDS = {
  en: {
    make: 'Make the file',
    add: 'Add them',
    line: 'Line 7',
    practise: 'Practise these',
    answer: 'Answer',
    end: 'End the practice',
    deleteAll: /^Delete all …/,
    deleteYes: 'Delete all',
    both: 'Both',
    own: 'My own questions',
  },
  'zh-cn': {
    make: '生成文件',
    add: '全部导入',
    line: '第 7 行',
    practise: '练习这些题',
    answer: '提交答案',
    end: '结束练习',
    deleteAll: /^全部删除……/,
    deleteYes: '全部删除',
    both: '中英双语',
    own: '我的题目',
  },
} as const;

async function open(page: Page, lang: Lang): Promise<void> {
  await page.goto(at('practice/exchange/', lang));
  await expect(page.locator('[data-exchange="ready"]')).toBeVisible();
}

/** Ticks one lesson, in both languages. @returns how many questions the page says it chose */
async function chooseLesson(page: Page, lesson: string, lang: Lang): Promise<number> {
  await page.locator(`[data-facet="lesson"] input[value="${lesson}"]`).check();
  await page.getByRole('radio', { name: WORDS[lang].both, exact: true }).check();
  return Number(await page.locator('[data-chosen]').getAttribute('data-chosen'));
}

async function fileOf(page: Page, format: string, lang: Lang, info: TestInfo): Promise<Buffer> {
  await page.locator(`input[name="exchange-format"][value="${format}"]`).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: WORDS[lang].make }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^ringside-questions-\d{4}-\d\d-\d\d\.[a-z.]+$/);
  const file = info.outputPath(`${format}.bin`);
  await download.saveAs(file);
  await expect(page.getByRole('status').filter({ hasText: download.suggestedFilename() })).toBeVisible();
  return readFileSync(file);
}
const choose = (page: Page, name: string, content: string | Uint8Array) =>
  page
    .locator('.exchange input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const elements = (source: string, name: string) => [
  ...new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  })
    .parseFromString(source, 'text/xml')
    .getElementsByTagName(name),
];

for (const lang of LANGS)
  test(`every format is made, downloaded and opened, in ${lang}`, async ({ page }, info) => {
    await open(page, lang);
    const n = await chooseLesson(page, 'kvm', lang);
    expect(n).toBeGreaterThan(20);

    for (const format of ['moodle', 'moodle-ordering']) {
      const found = elements((await fileOf(page, format, lang, info)).toString('utf8'), 'question');
      expect(found.filter((one) => one.getAttribute('type') !== 'category')).toHaveLength(2 * n);
    }
    const source = (await fileOf(page, 'gift', lang, info)).toString('utf8');
    expect(gift.parse(source).filter(({ type }) => type !== 'Category')).toHaveLength(2 * n);

    const files = unzipSync(await fileOf(page, 'qti', lang, info));
    const resources = elements(strFromU8(files['imsmanifest.xml']!), 'resource');
    expect(resources).toHaveLength(2 * n);
    for (const one of resources)
      expect(elements(strFromU8(files[one.getAttribute('href')!]!), 'itemBody')).toHaveLength(1);

    const SQL = await initSqlJs();
    const db = new SQL.Database(unzipSync(await fileOf(page, 'anki', lang, info))['collection.anki2']);
    expect(db.exec('SELECT count(*) FROM notes JOIN cards ON cards.nid = notes.id')[0]?.values).toEqual([
      [n],
    ]);

    const csv = (await fileOf(page, 'csv', lang, info)).toString('utf8');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const rows = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
    expect(rows.errors).toEqual([]);
    expect(rows.data).toHaveLength(n);
    for (const row of rows.data) expect(row['stem_zh']).toMatch(/[\u4e00-\u9fff]/);

    const yaml = parseYaml((await fileOf(page, 'yaml', lang, info)).toString('utf8')) as { id: string }[];
    expect(yaml.map(({ id }) => id)).toEqual(rows.data.map((row) => row['id']));
  });

const mine = (id: string, stem: string) => `- id: ${id}
  kind: single
  stem: ${JSON.stringify(stem)}
  options:
    - { id: a, text: "KVM", why: "wrong **a**" }
    - { id: b, text: "<b>Xen</b> \`xl\`", why: "<script>window.hit = 1</script>" }
  answer: [b]
`;

for (const lang of LANGS)
  test(`own questions come in, are practised, survive a reload, leave again and are deleted, in ${lang}`, async ({
    page,
  }, info) => {
    const words = WORDS[lang];
    await open(page, lang);
    await choose(
      page,
      'mine.yaml',
      mine('mine-1', '<script>window.hit = 1</script><img src=x onerror="window.hit = 1">') +
        mine('constructor-1', '=1+1'),
    );
    await expect(page.locator('.exchange-preview')).toContainText('<script>window.hit = 1</script>');
    await expect(page.locator('[data-own]')).toHaveCount(0);
    await page.getByRole('button', { name: words.add }).click();
    await expect(page.locator('[data-own]')).toHaveCount(2);
    await expect(page.locator('.exchange-result'), 'the button is gone, the focus is not').toBeFocused();
    await page.reload();
    await expect(page.locator('[data-own]')).toHaveCount(2);

    await page.getByRole('button', { name: words.practise }).click();
    const practice = page.locator('[data-own-practice]');
    await expect(practice.locator('.quiz-stem')).toBeFocused();
    await practice.locator('input[value="b"]').check();
    await practice.getByRole('button', { name: words.answer, exact: true }).click();
    await expect(practice.locator('.quiz-verdict .is-right')).toBeVisible();
    await expect(practice.locator('.quiz-why').last()).toContainText('<script>');
    await expect(practice.locator('a.quiz-proof')).toHaveCount(0);
    await page.getByRole('button', { name: words.end }).click();
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);

    await page.goto(at('progress/', lang));
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: lang === 'en' ? 'Export to a file' : '导出为文件' }).click();
    const log = info.outputPath('log.json');
    await (await downloading).saveAs(log);
    const { events } = JSON.parse(readFileSync(log, 'utf8')) as {
      events: { kind: string; lesson: string; question: string }[];
    };
    expect(
      events.filter(({ kind }) => kind === 'answer').map(({ lesson, question }) => [lesson, question]),
    ).toEqual([['own', 'own/constructor-1']]);

    await open(page, lang);
    expect(await chooseLesson(page, 'own', lang)).toBe(2);
    for (const [format, name] of [
      ['csv', 'back.csv'],
      ['gift', 'back.gift'],
      ['yaml', 'back.yaml'],
    ] as const) {
      await choose(page, name, await fileOf(page, format, lang, info));
      await expect(page.locator('.exchange-preview ol li')).toHaveCount(2);
      await expect(page.locator('.exchange-preview')).toContainText('<img src=x onerror="window.hit = 1">');
    }
    // One slip of a thumb deletes nothing: the same button asks, and asks anew when it is left.
    const remove = page.locator('[data-own] button').first();
    await remove.click();
    await page.keyboard.press('Tab');
    await remove.click();
    await expect(page.locator('[data-own]')).toHaveCount(2);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-own]')).toHaveCount(1);
    await expect(remove).toBeFocused();
    await page.getByRole('button', { name: words.deleteAll }).click();
    await page.getByRole('group').getByRole('button', { name: words.deleteYes }).click();
    await expect(page.locator('[data-own]')).toHaveCount(0);
  });

for (const lang of LANGS)
  test(`a hostile or wrong file is named, and nothing of it stays, in ${lang}`, async ({ page }, info) => {
    await open(page, lang);
    await choose(page, 'good.yaml', mine('good-1', 'Which?'));
    await page.getByRole('button', { name: WORDS[lang].add }).click();
    await expect(page.locator('[data-own]')).toHaveCount(1);

    const bomb = [
      'a0: &a0 [x, x, x]',
      ...Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`),
    ];
    const files: readonly (readonly [name: string, content: string | Uint8Array, said: RegExp | string])[] = [
      ['picture.yaml', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /picture|图片/],
      ['zip.csv', zipSync({ 'a.csv': new Uint8Array(3_000_000) }), /zip/],
      [
        'lol.xml',
        '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><l>&b;</l>',
        /XML.*GIFT/,
      ],
      ['p.json', '{"format": "ringside-progress", "version": 1, "events": []}', /progress|学习记录/],
      ['bomb.yaml', bomb.join('\n'), '*a0'],
      ['deep.yaml', '['.repeat(100_000), /YAML|nested|嵌套/],
      ['proto.yaml', mine('__proto__', 'Which?'), '__proto__'],
      ['con.yaml', mine('constructor', 'Which?'), 'constructor'],
      ['half.yaml', mine('new-1', 'Which?') + mine('Not An Id', 'Which?'), 'Not An Id'],
      ['many.gift', 'Q {=a ~b}\n\n'.repeat(10_000), /10000.*2000/],
      ['broken.gift', '::a::Q {=a ~b}\n\n\n\n\n\nQ2 {=a ~b', WORDS[lang].line],
      ['broken.csv', strToU8('id,kind,answer,stem_en,option1,option2\nq,single,a,"S'), /quotation|引号/],
      ['none.txt', '', /empty|空文件/],
      ['letter.txt', 'Dear all', /YAML/],
    ];
    const refusal = page.locator('.exchange-refusal');
    const huge = info.outputPath('huge.yaml');
    closeSync(openSync(huge, 'w'));
    truncateSync(huge, 50 * 1024 * 1024);
    await page.locator('.exchange input[type="file"]').setInputFiles(huge);
    await expect(refusal).toContainText(/huge\.yaml.*50\.0 MB.*5 MB/s);
    for (const [name, content, said] of files) {
      await choose(page, name, content);
      await expect(refusal).toContainText(name);
      await expect(refusal).toContainText(said);
      await expect(page.locator('.exchange-preview')).toHaveCount(0);
    }
    await expect(page.locator('[data-own]')).toHaveCount(1);
    await page.reload();
    await expect(page.locator('[data-own]')).toHaveCount(1);
    expect(await page.evaluate(() => 'kind' in {} || 'stem' in {})).toBe(false);
  });

test('libraries are fetched on use only', async ({ page }, info) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await open(page, 'en');
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((path) => /wasm|worker/.test(path))).toEqual([]);
  await chooseLesson(page, 'kvm', 'en');
  await fileOf(page, 'csv', 'en', info);
  expect(fetched.filter((path) => path.includes('wasm'))).toEqual([]);
  await fileOf(page, 'anki', 'en', info);
  expect(fetched.filter((path) => /sql-wasm.*\.wasm$/.test(path))).toHaveLength(1);
});

test('the practice page leads here; without JavaScript the page says what needs it, and leads back', async ({
  browser,
  page,
  baseURL,
}) => {
  await page.goto('practice/');
  await page.locator('main a[href$="practice/exchange/"]').click();
  await expect(page.locator('[data-exchange="ready"]')).toBeVisible();
  const still = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const bare = await still.newPage();
  await bare.goto('zh-cn/practice/exchange/');
  await expect(bare.locator('main noscript a[href$="/zh-cn/practice/"]')).toBeVisible();
  await expect(bare.locator('main .needs-js')).toBeHidden();
  await still.close();
});
