import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { Product } from '../launcher/product.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** A Thursday morning in the office: whoever runs this at night must see the same. */
const MORNING = '2026-01-15T09:00:00+07:00@1';
const PATIENCE_MS = 8 * 60_000;

const said = async (product: Product, sentence: RegExp): Promise<RegExpExecArray> => {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const found = sentence.exec(product.output);
    if (found !== null) return found;
    await pause(250);
  }
  throw new Error(`still waiting for ${String(sentence)} in:\n${product.output}`);
};

/** Builds and starts the product as `npm start` does; MOTCUA_TEST_PRODUCT names one that runs. */
const setUp = async (): Promise<() => Promise<void>> => {
  mkdirSync(join(checkout, 'reports', 'screens'), { recursive: true });
  if (process.env['MOTCUA_TEST_PRODUCT'] !== undefined) return () => Promise.resolve();
  const data = mkdtempSync(join(tmpdir(), 'motcua-journeys-'));
  const env = { MOTCUA_DATA_DIR: data, MOTCUA_CLOCK: MORNING };
  const product = new Product(checkout, { env });
  const [, address = ''] = await said(product, /is running at (http:\S+)/);
  await said(product, /sample dossiers have reached now/);
  process.env['MOTCUA_TEST_PRODUCT'] = address;
  return async () => {
    await product.end();
    rmSync(data, { recursive: true, force: true });
  };
};

let tearDown: (() => Promise<void>) | undefined;

/** Jest's `globalSetup` and `globalTeardown` in one: the second call ends what the first began. */
const atBothEnds = async (): Promise<void> => {
  if (tearDown === undefined) tearDown = await setUp();
  else await tearDown();
};

// eslint-disable-next-line no-restricted-syntax -- Jest calls the default export
export default atBothEnds;
