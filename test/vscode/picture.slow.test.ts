/** The page with the picture, in a browser as VS Code has one, under the policy that the extension sets. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageHtml } from '../../editors/vscode/src/picture/html.ts';
import type { FromPage, Look, ToPage } from '../../editors/vscode/src/picture/wire.ts';
import { assemble } from '../../scripts/vscode.mjs';
import { chromium, WHY_SKIPPED } from './chromium.ts';
import { pictureOf } from './pictures.ts';

const ORIGIN = 'https://page.test';
const LOOK: Look = { layout: 'layered', direction: 'down', errors: true };

/** What VS Code tells pages of its themes. */
const THEMES = {
  light: {
    'editor-background': '#ffffff',
    'editor-foreground': '#3b3b3b',
    descriptionForeground: '#5f5f5f',
    'editorWidget-background': '#f3f3f3',
    'list-activeSelectionBackground': '#cfe6fb',
    'list-activeSelectionForeground': '#000000',
    focusBorder: '#005fb8',
    'button-background': '#005fb8',
    'button-foreground': '#ffffff',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryForeground': '#3b3b3b',
    'charts-red': '#d13438',
    'charts-blue': '#1a85ff',
    'charts-green': '#388a34',
  },
  dark: {
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    descriptionForeground: '#9d9d9d',
    'editorWidget-background': '#2b2b2b',
    'list-activeSelectionBackground': '#04395e',
    'list-activeSelectionForeground': '#ffffff',
    focusBorder: '#0078d4',
    'button-background': '#0078d4',
    'button-foreground': '#ffffff',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
    'charts-red': '#f14c4c',
    'charts-blue': '#3794ff',
    'charts-green': '#89d185',
  },
} as const;

interface Host {
  readonly heard: FromPage[];
}

describe.skipIf(chromium === undefined)(`the picture${chromium === undefined ? `: ${WHY_SKIPPED}` : ''}`, () => {
  let folder: string;
  let browser: Browser;
  /** Opening a page takes seconds: tests that leave it as it was share one. */
  let shared: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowc-picture-'));
    await assemble(folder, { server: false });
    const { chromium: driver } = await import('playwright-core');
    browser = await driver.launch({ executablePath: chromium ?? '', args: ['--no-sandbox', '--disable-gpu'] });
    shared = await opened('light');
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The page as the extension shows it, with a host that keeps what it hears. */
  async function opened(theme: keyof typeof THEMES): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 760, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(ORIGIN)) complaints.push(`asks for ${request.url()}`);
    });
    const html = pageHtml({ script: 'page.js', style: 'page.css', source: ORIGIN, nonce: 'once' });
    const colours = Object.entries(THEMES[theme]).map(([name, value]) => `--vscode-${name}: ${value};`);
    await page.route(`${ORIGIN}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') await route.fulfill({ contentType: 'text/html', body: html });
      else if (name === 'page.css') {
        const body = `:root { ${colours.join(' ')} } ${readFileSync(join(folder, 'picture', name), 'utf8')}`;
        await route.fulfill({ contentType: 'text/css', body });
      } else if (name === 'page.js') await route.fulfill({ path: join(folder, 'picture', name) });
      else await route.fulfill({ status: 404 });
    });
    await page.addInitScript(() => {
      const host: Host & { state?: unknown } = { heard: [] };
      Object.assign(globalThis, {
        host,
        acquireVsCodeApi: () => ({
          postMessage: (message: FromPage) => host.heard.push(message),
          getState: () => host.state,
          setState: (state: unknown) => (host.state = state),
        }),
      });
    });
    await page.goto(`${ORIGIN}/`);
    return page;
  }

  const tell = (page: Page, message: ToPage) =>
    page.evaluate((said) => {
      (globalThis as unknown as { postMessage: (said: ToPage, to: string) => void }).postMessage(said, '*');
    }, message);
  const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { host: Host }).host.heard);
  const picture = () => pictureOf('callcentre-ja', 'flows/inbound.flow', 'inbound flow 受付');

  test.each(['light', 'dark'] as const)('is drawn, follows the cursor and leads to the source (%s)', async (theme) => {
    const page = await opened(theme);
    expect(await heard(page)).toEqual([{ type: 'ready' }]);
    const shown = picture();
    await tell(page, { type: 'picture', picture: shown, look: LOOK });
    await page.waitForSelector('.box.block');
    expect(await page.locator('.box').count()).toBe(shown.nodes.length + 1);
    expect(await page.locator('#title').textContent()).toBe(shown.display);

    const node = shown.nodes.find(({ location }) => location !== undefined);
    await tell(page, { type: 'cursor', node: node?.id });
    await page.waitForSelector('.box.current');
    expect(await page.locator('.box.current').getAttribute('data-id')).toBe(node?.id);

    await page.locator('.box.current').click();
    expect((await heard(page)).at(-1)).toEqual({ type: 'open', place: node?.location });
    await page.locator('.box.current').press('Enter');
    expect(await heard(page)).toHaveLength(3);
    const shots = process.env['FLOWC_SCREENSHOTS'];
    if (shots !== undefined) await page.screenshot({ path: join(shots, `picture-${theme}.png`) });
    await page.close();
    expect(complaints).toEqual([]);
  });

  test('no block stands on another, and all of them are seen at once', async () => {
    const page = shared;
    await tell(page, { type: 'picture', picture: picture(), look: LOOK });
    await page.waitForSelector('.box.block');
    await page.locator('#fit').click();
    const boxes = await page.locator('.box rect').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = (
          one as unknown as { getBoundingClientRect: () => Box }
        ).getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
    expect(boxes.length).toBeGreaterThan(20);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(761);
      expect(box.y + box.height).toBeLessThanOrEqual(901);
    }
    expect(boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => overlaps(one, other)))).toEqual([]);
  });

  test('it can be dragged and made larger; a drag opens nothing', async () => {
    const page = shared;
    await tell(page, { type: 'picture', picture: picture(), look: LOOK });
    await page.waitForSelector('.box.block');
    const frame = async () => (await page.locator('#picture').getAttribute('viewBox'))?.split(' ').map(Number) ?? [];
    const before = await frame();
    const count = (await heard(page)).length;
    const box = await page.locator('.box.block').first().boundingBox();
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await page.mouse.down();
    await page.mouse.move(300, 500, { steps: 5 });
    await page.mouse.up();
    const dragged = await frame();
    await page.locator('#fit').click();
    const whole = await frame();
    await page.locator('#larger').click();
    expect((await frame())[2]).toBeCloseTo((whole[2] ?? 0) / 1.25, 3);
    expect(dragged[1]).not.toBe(before[1]);
    expect(await heard(page)).toHaveLength(count);
  });

  test('nothing to show is said', async () => {
    const page = shared;
    await tell(page, { type: 'picture', picture: picture(), look: LOOK });
    await page.waitForSelector('.box');
    await tell(page, { type: 'nothing', why: 'There is no flow at the cursor.' });
    await page.waitForSelector('.box', { state: 'detached' });
    expect(await page.locator('#why').textContent()).toBe('There is no flow at the cursor.');
    expect(complaints).toEqual([]);
  });

  test('buttons hide error branches, show saved positions, and are remembered', async () => {
    const page = shared;
    const shown = picture();
    await tell(page, { type: 'picture', picture: shown, look: LOOK });
    await page.waitForSelector('.written');
    expect(await page.locator('.written').count()).toBeGreaterThan(10);
    await page.locator('.written').first().click();
    const asked = (await heard(page)).at(-1);
    expect(shown.edges.filter(({ kind }) => kind === 'error').map(({ location }) => location)).toContainEqual(
      asked?.type === 'open' ? asked.place : undefined,
    );
    await page.locator('#errors').click();
    await page.waitForSelector('.written', { state: 'detached' });
    expect(await page.locator('.line.error').count()).toBe(0);
    expect(await page.locator('.line').count()).toBeGreaterThan(10);
    await page.locator('#saved').click();
    await page.waitForSelector('#saved[aria-pressed=true]');
    if (process.env['FLOWC_SCREENSHOTS'])
      await page.screenshot({ path: join(process.env['FLOWC_SCREENSHOTS'], 'saved.png') });
    const state = await page.evaluate(() => (globalThis as unknown as { host: { state: unknown } }).host.state);
    expect(state).toEqual({ errors: false, layout: 'saved' });
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
