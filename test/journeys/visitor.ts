import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from 'playwright-core';
import { CSRF_HEADER, mePath, meSchema } from '#contract/identity';

const pictures = fileURLToPath(new URL('../../reports/screens', import.meta.url));

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
  // By what name a screen reader calls an element, asked of the element.
  '--enable-blink-features=ComputedAccessibilityInfo',
];

/** A phone, the office's own computer, and the large screen on the wall. */
const WIDTHS = { phone: [360, 740], office: [1366, 768], wall: [1920, 1080] } as const;
const LANGUAGES = { vi: 'VI', en: 'EN' } as const;

const SCANNER_PACE_S = 0.002;

/** Longer than a person would wait; what a person waits is measured, not asserted. */
const PATIENCE_MS = 60_000;

const address = (): string => process.env['MOTCUA_TEST_PRODUCT'] ?? '';

let browser: Promise<Browser> | undefined;
const theBrowser = (): Promise<Browser> =>
  (browser ??= chromium.launch({
    executablePath: process.env['MOTCUA_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  }));

export const closeBrowser = async (): Promise<void> => {
  await (await browser)?.close();
  browser = undefined;
};

type Manner = Pick<BrowserContextOptions, 'reducedMotion' | 'storageState'>;

/** Who has signed in once need not do so for every look. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** Somebody at a browser of their own; every key and every second is counted. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #troubles: string[] = [];
  #keys = 0;
  #presses = 0;
  #since = performance.now();

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', ({ message }) => this.#troubles.push(message));
    page.on('console', (message) => {
      // Whether anybody is signed in is asked by asking; the answer no is no trouble.
      const isExpected = message.text().includes('401');
      if (message.type() === 'error' && !isExpected) this.#troubles.push(message.text());
    });
    page.on('request', (request) => {
      // The office's network may have no other host: whatever asks one is broken there.
      const { origin, protocol } = new URL(request.url());
      const isOurs = origin === new URL(address()).origin || /^(?:data|blob):$/.test(protocol);
      if (!isOurs) this.#troubles.push(`asks another host: ${request.url()}`);
    });
  }

  static async #enter(size: keyof typeof WIDTHS, manner: Manner = {}): Promise<Visitor> {
    const [width, height] = WIDTHS[size];
    const context = await (
      await theBrowser()
    ).newContext({
      baseURL: address(),
      viewport: { width, height },
      locale: 'vi-VN',
      // An office computer whose zone nobody ever set.
      timezoneId: 'America/New_York',
      ...manner,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return new Visitor(context, page);
  }

  static async arrive(path = '/', size: keyof typeof WIDTHS = 'office'): Promise<Visitor> {
    const visitor = await Visitor.#enter(size);
    await visitor.page.goto(path);
    await visitor.page.locator('h1').first().waitFor();
    return visitor;
  }

  /** Signed in already, or nobody at all, before the first page; whoever wants nothing to move. */
  static async calm(username?: string): Promise<Visitor> {
    const storageState = username === undefined ? undefined : sessions.get(username);
    const visitor = await Visitor.#enter('office', {
      reducedMotion: 'reduce',
      ...(storageState !== undefined && { storageState }),
    });
    if (username === undefined || storageState !== undefined) return visitor;
    const data = { username, password: 'motcua-demo' };
    const answer = await visitor.#context.request.post('/api/v1/auth/login', { data });
    if (!answer.ok()) throw new Error(`${username} was not let in: ${answer.status()}`);
    sessions.set(username, await visitor.#context.storageState());
    return visitor;
  }

  /** By the card on the sign-in page, as a newcomer does. */
  static async signedInAs(username: string, path = '/'): Promise<Visitor> {
    const visitor = await Visitor.arrive(path);
    await visitor.click(visitor.page.getByRole('button', { name: new RegExp(` ${username}$`) }));
    await visitor.page.locator('mc-frame h1').waitFor();
    visitor.startCounting();
    return visitor;
  }

  /** What the product answers to this person, without a page. */
  async asked(path: string): Promise<unknown> {
    return (await this.#context.request.get(path)).json();
  }

  /** Something this person does, without a page. */
  async tells(path: string, data: object): Promise<void> {
    const { csrfToken } = meSchema.parse(await this.asked(mePath));
    const headers = { [CSRF_HEADER]: csrfToken, origin: new URL(address()).origin };
    const answer = await this.#context.request.post(path, { data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  startCounting(): void {
    [this.#keys, this.#presses, this.#since] = [0, 0, performance.now()];
  }

  /** What it took since counting began. */
  get effort(): { readonly keys: number; readonly presses: number; readonly seconds: number } {
    const seconds = Math.round((performance.now() - this.#since) / 100) / 10;
    return { keys: this.#keys, presses: this.#presses, seconds };
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#keys += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.#keys += [...text].length;
    await this.page.keyboard.type(text);
  }

  /**
   * A scanner types a code and Enter at its own pace, however busy the machine is: the browser is told when each
   * key was pressed, as the machine's keyboard tells it.
   */
  async scan(code: string): Promise<void> {
    const keyboard = await this.#context.newCDPSession(this.page);
    const began = Date.now() / 1_000;
    const strokes = [
      ...[...code].map((text) => ({ key: text, text })),
      { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
    ];
    for (const [place, stroke] of strokes.entries()) {
      const timestamp = began + place * SCANNER_PACE_S;
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...stroke });
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: stroke.key });
    }
    await keyboard.detach();
  }

  async click(target: ReturnType<Page['locator']>): Promise<void> {
    this.#presses += 1;
    await target.click();
  }

  /** The words of the other language are fetched when they are first wanted. */
  async readEnglish(): Promise<void> {
    await this.page.getByRole('button', { name: 'EN', exact: true }).first().click();
    await this.page.locator('html[lang=en]').waitFor();
  }

  async heading(): Promise<string> {
    return this.page.locator('h1').first().innerText();
  }

  /** What the browser complained about: errors on the page, policies broken, other hosts asked. */
  get troubles(): readonly string[] {
    return this.#troubles;
  }

  /** Barriers that axe finds (WCAG 2.2 AA and good practice), each with where it stands. */
  async barriers(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.map(String).join(' ')}`),
    );
  }

  /** Whether something sticks out to the right, so that people would have to scroll sideways. */
  async sticksOut(): Promise<boolean> {
    return this.page.evaluate('document.documentElement.scrollWidth > innerWidth');
  }

  /** Goes round the widths and the languages with a picture of each, and back again. */
  async photograph(name: string): Promise<readonly string[]> {
    const before = this.page.viewportSize();
    const faults: string[] = [];
    for (const [language, button] of Object.entries(LANGUAGES)) {
      await this.page.getByRole('button', { name: button, exact: true }).first().click();
      for (const [size, [width, height]] of Object.entries(WIDTHS)) {
        await this.page.setViewportSize({ width, height });
        const path = join(pictures, `${name}-${size}-${language}.png`);
        await this.page.screenshot({ path, animations: 'disabled' });
        if (await this.sticksOut()) faults.push(`${name} sticks out on the ${size} in ${language}`);
      }
    }
    await this.page.getByRole('button', { name: 'VI', exact: true }).first().click();
    if (before !== null) await this.page.setViewportSize(before);
    return faults;
  }
}
