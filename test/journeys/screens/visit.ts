import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Response } from 'playwright-core';
import type { Visitor } from '../visitor.ts';
import { misfits, moving, pieces, stop } from './look.ts';

const pictures = fileURLToPath(new URL('../../../reports/screens', import.meta.url));

/** The narrowest telephone, one of most people's, the office at twice the size, the office, the wall. */
export const SIZES = {
  narrow: [320, 640],
  phone: [360, 740],
  zoomed: [640, 360],
  office: [1280, 720],
  wall: [1920, 1080],
} as const;
/** Looked at without a picture: the commune's old screens, and one as large as there are. */
const OTHERS = [
  [1366, 768],
  [2560, 1440],
] as const;

type Size = keyof typeof SIZES;

const settled = async (page: Page): Promise<void> => {
  // Two frames: what a change of size sets off has been drawn.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
};

const resized = async (page: Page, [width, height]: readonly [number, number]): Promise<void> => {
  await page.setViewportSize({ width, height });
  await settled(page);
};

/** What does not fit at this size, with a picture of it. */
export const lookAt = async (
  page: Page,
  size: Size,
  picture: string,
): Promise<readonly string[]> => {
  await resized(page, SIZES[size]);
  const path = join(pictures, `${picture}-${size}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  const faults = await page.evaluate(misfits, SIZES[size][0] < 1_000);
  return faults.map((fault) => `${size}: ${fault}`);
};

export const lookAtAll = async (page: Page, picture: string): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const size of Object.keys(SIZES) as Size[])
    faults.push(...(await lookAt(page, size, picture)));
  for (const other of OTHERS) {
    await resized(page, other);
    const found = await page.evaluate(misfits, false);
    faults.push(...found.map((fault) => `${other[0]} px: ${fault}`));
  }
  await resized(page, SIZES.office);
  return faults;
};

/** A4 between its margins, at the size of a browser's points. */
const PAPER = [680, 960] as const;

/** What does not fit on paper, and what is printed that can only be pressed. */
export const lookAtPrint = async (page: Page, picture: string): Promise<readonly string[]> => {
  await page.emulateMedia({ media: 'print' });
  await resized(page, PAPER);
  await page.screenshot({ path: join(pictures, `${picture}-print.png`), fullPage: true });
  const faults = await page.evaluate(misfits, false);
  await page.emulateMedia({ media: 'screen' });
  await resized(page, SIZES.office);
  return faults.map((fault) => `on paper: ${fault}`);
};

/** Barriers on a telephone and in the office. */
export const barriersOf = async (visitor: Visitor): Promise<readonly string[]> => {
  await resized(visitor.page, SIZES.narrow);
  const narrow = await visitor.barriers();
  await resized(visitor.page, SIZES.office);
  return [...narrow.map((each) => `narrow: ${each}`), ...(await visitor.barriers())];
};

const MOST_STOPS = 200;

/** From the top of the page by Tab alone until it begins anew: each stop is to be seen, and named. */
export const walk = async (
  page: Page,
): Promise<{ readonly stops: number; readonly faults: readonly string[] }> => {
  const [seen, faults] = [new Set<string>(), [] as string[]];
  await page.evaluate('document.activeElement?.blur()');
  for (let steps = 0; steps < MOST_STOPS; steps += 1) {
    await page.keyboard.press('Tab');
    const { id, faults: found } = await page.evaluate(stop);
    if (seen.has(id)) return { stops: seen.size, faults };
    if (id === '' && seen.size > 0) return { stops: seen.size, faults };
    if (id !== '') seen.add(id);
    faults.push(...found);
  }
  return { stops: seen.size, faults: [...faults, `${MOST_STOPS} stops and no end`] };
};

export const motionOf = (page: Page): Promise<readonly string[]> => page.evaluate(moving);

const NOT_WORDS = /\bundefined\b|\bNaN\b|\[object |\{\{|\$\{|\bnull\b|^[a-z]+(?:\.[a-zA-Z]+)+$/;
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** What stands there that no person wrote. */
export const strayWords = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(pieces)).filter((text) => NOT_WORDS.test(text));

/** All that the product told of the office: it is Vietnamese in whatever language the screens are. */
export const hearsay = (page: Page): (() => Promise<readonly string[]>) => {
  const told: Promise<string>[] = [];
  page.on('response', (response: Response) => {
    const isJson = response.headers()['content-type']?.includes('json') === true;
    if (isJson) told.push(response.text().catch(() => ''));
  });
  const textsIn = (json: unknown): readonly string[] => {
    if (typeof json === 'string') return VIETNAMESE.test(json) ? [json] : [];
    return json !== null && typeof json === 'object' ? Object.values(json).flatMap(textsIn) : [];
  };
  return async () => {
    const texts = (await Promise.all(told)).flatMap((text) => {
      try {
        return textsIn(JSON.parse(text));
      } catch {
        // A page that was left takes its answers along.
        return [];
      }
    });
    return [...new Set(texts)].sort((a, b) => b.length - a.length);
  };
};

/** Vietnamese on an English page that is not the office's own. */
export const untranslated = async (
  page: Page,
  known: readonly string[],
): Promise<readonly string[]> => {
  const read = await page.evaluate(pieces);
  const without = (text: string): string =>
    known.reduce((left, each) => left.replaceAll(each, ''), text);
  return read.filter((text) => VIETNAMESE.test(text) && VIETNAMESE.test(without(text)));
};
