import { loadavg } from 'node:os';
import { type CDPSession, type Page, chromium } from 'playwright-core';
import { sessionCookieName } from '../../../backend/src/platform/auth/cookies.ts';
import { Officer } from '../commands/officer.ts';
import { startProduct } from '../commands/product.ts';
import { communesOf, openPlace } from '../loader/place.ts';
import { type Told, listenToFrames } from './frames.ts';

// npm run bench:scroll -- 250000 20: through a list of so many dossiers, for so many seconds each way.
const [dossiers = '250000', seconds = '20', heap = 'returned'] = process.argv.slice(2);

/** A hand that turns the wheel without rest: some two hundred rows a second. */
const NOTCH_PX = 240;
const NOTCH_MS = 33;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const heapOf = async (browser: CDPSession): Promise<string> => {
  await browser.send('HeapProfiler.collectGarbage');
  const { usedSize } = await browser.send('Runtime.getHeapUsage');
  return `${(usedSize / 2 ** 20).toFixed(1)} MB`;
};

const placeIn = (page: Page): Promise<{ readonly row: number; readonly nodes: number }> =>
  page.evaluate(`({
    row: Math.floor((document.querySelector('mc-work-table .frame')?.scrollTop ?? 0) / 36) + 1,
    nodes: document.querySelectorAll('*').length,
  })`);

type Deed = () => Promise<void>;

const during = async (page: Page, deed: Deed): Promise<Told> => {
  await page.evaluate('window.mcFrames.begin()');
  const until = performance.now() + Number(seconds) * 1_000;
  while (performance.now() < until) {
    const next = performance.now() + NOTCH_MS;
    await deed();
    await page.waitForTimeout(Math.max(0, next - performance.now()));
  }
  return page.evaluate<Told>('window.mcFrames.end()');
};

const MEASURES = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];

/** What the page has spent, in milliseconds. */
const spentBy = async (browser: CDPSession): Promise<readonly number[]> => {
  const { metrics } = await browser.send('Performance.getMetrics');
  return MEASURES.map((name) => (metrics.find((each) => each.name === name)?.value ?? 0) * 1_000);
};

const measured = async (what: string, page: Page, browser: CDPSession, deed: Deed) => {
  const [began, before] = [await placeIn(page), await spentBy(browser)];
  const { frames, slow, longest, tasks, longestTask, blank } = await during(page, deed);
  const [{ row, nodes }, after] = [await placeIn(page), await spentBy(browser)];
  const rows = Math.abs(row - began.row);
  const [script, style, layout] = after.map((each, at) =>
    Math.round(((each - (before[at] ?? 0)) * 1_000) / Math.max(1, rows)),
  );
  const load = loadavg()[0]?.toFixed(1) ?? '';
  say(`${what}: ${rows} rows, to row ${row}; load ${load}`);
  say(
    `  ${frames} frames, ${slow} over 50 ms, longest ${longest} ms, ${blank} with a blank in sight`,
  );
  say(`  ${tasks} tasks over 50 ms, longest ${longestTask} ms`);
  say(`  a thousand rows cost ${script} ms of script, ${style} of style, ${layout} of layout`);
  say(`  heap ${await heapOf(browser)}, ${nodes} elements`);
};

const place = await openPlace({ dossiers: [Number(dossiers), 2_000, 2_000], days: 365 });
const [commune] = await communesOf(place);
if (commune === undefined) throw new Error('No commune');
const product = await startProduct(place);
const seated = await Officer.seated(place.superuserUrl, commune.id, ['reception', 'processing']);
const officer = seated(product.port, 1);
const chrome = await chromium.launch({
  executablePath: process.env['MOTCUA_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
});

try {
  const address = `http://127.0.0.1:${product.port}`;
  const context = await chrome.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addCookies([
    { name: sessionCookieName('http'), value: officer.token, url: address },
  ]);
  const page = await context.newPage();
  await page.addInitScript(listenToFrames);
  await page.goto(`${address}/viec-cua-toi?scope=unit&due=${heap}`);
  const rows = page.locator('mc-work-table tbody tr[aria-rowindex]');
  await rows.nth(3).waitFor();
  const browser = await context.newCDPSession(page);
  await browser.send('Performance.enable');
  say(`at rest: heap ${await heapOf(browser)}, load ${loadavg()[0]?.toFixed(1) ?? ''}`);
  await rows.nth(3).hover();
  const turn = (way: 1 | -1) => () => page.mouse.wheel(0, way * NOTCH_PX);
  await measured('the wheel down', page, browser, turn(1));
  await measured('the wheel up', page, browser, turn(-1));
  await page.locator('mc-work-table table').focus();
  await measured('the key End, held', page, browser, () => page.keyboard.press('End'));
  await measured('the wheel up from there', page, browser, turn(-1));
} finally {
  await chrome.close();
  officer.leave();
  await product.stop();
  await place.close();
}
