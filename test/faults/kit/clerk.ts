import { setTimeout as pause } from 'node:timers/promises';
import { PASSWORD } from '../../support/office-app.ts';
import { scale } from './scale.ts';

/** Ten times as much of everything takes ten times as long. */
const PATIENCE_MS = scale(60_000);
const ANSWER_MS = 20_000;
const AGAIN_MS = 100;

/** Statuses after which whoever asked does not know, or is asked to come again. */
const PASSING = new Set([503, 504]);

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

export interface Request {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** The key under which it is asked again and again, and done once. */
  readonly key?: string;
  readonly version?: number;
}

/** An officer at a browser that asks again, with the same key, whatever it does not know the end of. */
export class Clerk {
  readonly #address: () => string;
  readonly #username: string;
  #cookies = '';
  #csrfToken = '';
  /** What it was told last that was no answer. */
  #last = '';
  /** What no visitor should ever see. */
  readonly failures: string[] = [];
  /** How often it had to ask again. */
  retries = 0;
  answered = 0;

  constructor(address: () => string, username = 'can-bo') {
    this.#address = address;
    this.#username = username;
  }

  /** Asks until there is an answer to stand by. */
  async ask<Body>(request: Request): Promise<Answer<Body>> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.#once<Body>(request);
      if (answer !== undefined) {
        this.answered += 1;
        return answer;
      }
      if (performance.now() > until) throw new Error(`no answer to ${request.path}: ${this.#last}`);
      this.retries += 1;
      await pause(AGAIN_MS);
    }
  }

  async #once<Body>(request: Request): Promise<Answer<Body> | undefined> {
    try {
      if (this.#cookies === '') await this.#signIn();
      return this.#judged(request, await this.#send<Body>(request));
    } catch (error) {
      // Cut off in the middle: whether it was done, the same key will tell.
      this.#last = String(error);
      if (isCut(error)) return undefined;
      throw error;
    }
  }

  /** The answer, where it is one to stand by. */
  #judged<Body>({ path }: Request, answer: Answer<Body>): Answer<Body> | undefined {
    const { status } = answer;
    this.#last = JSON.stringify(answer);
    if (status === 401) this.#cookies = '';
    if (status === 401 || PASSING.has(status) || isBusy(answer)) return undefined;
    if (status >= 500) this.failures.push(`${status} ${path}`);
    return answer;
  }

  async #signIn(): Promise<void> {
    const body = { username: this.#username, password: PASSWORD };
    const answer = await this.#fetch({ method: 'POST', path: '/api/v1/auth/login', body });
    if (answer.status === 429 || PASSING.has(answer.status))
      throw new TypeError(`sign-in: ${answer.status}`);
    if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    this.#csrfToken = ((await answer.json()) as { csrfToken: string }).csrfToken;
    this.#cookies = cookies.join('; ');
  }

  async #send<Body>(request: Request): Promise<Answer<Body>> {
    const answer = await this.#fetch(request);
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }

  #fetch({ method = 'POST', path, body, key, version }: Request): Promise<Response> {
    return fetch(`${this.#address()}${path}`, {
      method,
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.#cookies !== '' && { cookie: this.#cookies, 'x-csrf-token': this.#csrfToken }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

const isBusy = ({ status, body }: Answer<unknown>): boolean =>
  status === 409 && (body as { readonly code?: string }).code === 'request-under-way';

/** By name: errors of `fetch` are made in another realm than the one Jest runs tests in. */
const isCut = (error: unknown): boolean =>
  ['TypeError', 'TimeoutError', 'AbortError'].includes((error as Error).name);
