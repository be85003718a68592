import { DOCUMENT, Injectable, InjectionToken, inject, signal } from '@angular/core';
import * as z from 'zod';
import { KEY_HEADER, VERSION_HEADER } from '#contract/dossiers';
import { CSRF_HEADER } from '#contract/identity';
import { problemSchema } from '#contract/problem';
import { uiWords } from '#wording/ui';
import { LanguageService } from '../language/index.ts';
import { type Answer, ApiProblem, type ClientProblem } from './client-problem.ts';

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** The network, as tests replace it. */
export const FETCH = new InjectionToken<Fetch>('fetch', {
  factory: () => {
    const page = inject(DOCUMENT).defaultView;
    return (path, init) => {
      if (page === null) throw new Error('there is no network without a page');
      return page.fetch(path, init);
    };
  },
});

type QueryValue = string | number | boolean | readonly string[] | null | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

type Method = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Act<Schema extends z.ZodType> {
  readonly method?: Method;
  readonly path: string;
  readonly body?: unknown;
  /** What a successful answer looks like; nothing is read when it is left out. */
  readonly answer?: Schema;
  /** The version the decision was made on (`If-Match`). */
  readonly version?: number | undefined;
  /** The same for every attempt at the same act: the server does it once. */
  readonly key?: string | undefined;
}

/** Why the session of this page does not serve for the moment. */
export type Interruption = 'signed-out' | 'locked';

const interruptions: Readonly<Record<string, Interruption>> = {
  'sign-in-required': 'signed-out',
  'session-locked': 'locked',
};

const pathWith = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (given.length === 0) return path;
  const text = (value: QueryValue): string =>
    Array.isArray(value) ? value.join(',') : String(value);
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, text(value)])).toString()}`;
};

const versionOf = (response: Response): number | undefined => {
  const [, version] = /^"?(\d+)"?$/.exec(response.headers.get('etag') ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
};

/** The one way to the server: typed by the contract, refusals as values. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  readonly #fetch = inject(FETCH);
  readonly #language = inject(LanguageService);
  readonly #words = this.#language.of(uiWords);
  readonly #interruption = signal<Interruption | undefined>(undefined);
  #csrfToken = '';

  readonly interruption = this.#interruption.asReadonly();

  #waiting: (() => void)[] = [];

  /** From the answer to a sign-in: what every write has to carry. */
  trust(csrfToken: string): void {
    this.#csrfToken = csrfToken;
    this.#interruption.set(undefined);
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  /** Nobody is here any more, and nobody is waited for. */
  forget(): void {
    this.#csrfToken = '';
    this.#waiting = [];
    this.#interruption.set(undefined);
  }

  /** The page knows by itself that it is to stand still. */
  interrupt(by: Interruption): void {
    this.#interruption.set(by);
  }

  /** Reads; fails with an `ApiProblem`, for `resource()` to hold. */
  async read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    { query = {}, abort }: { readonly query?: Query; readonly abort?: AbortSignal } = {},
  ): Promise<z.output<Schema>> {
    const init = { method: 'GET', ...(abort && { signal: abort }) };
    const answer = await this.#send(pathWith(path, query), init, schema);
    if (answer.ok) return answer.value;
    if (!this.#mayGoOn(answer.problem)) throw new ApiProblem(answer.problem);
    // The screen is locked over what is being read: it is read when somebody has opened it again.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    abort?.throwIfAborted();
    return this.read(path, schema, { query, ...(abort && { abort }) });
  }

  /** Writes; what is refused comes back as a value. */
  act<Schema extends z.ZodType = z.ZodUnknown>(
    given: Act<Schema>,
  ): Promise<Answer<z.output<Schema>>> {
    const { method = 'POST', path, body, answer, version, key } = given;
    const headers: Record<string, string> = { [CSRF_HEADER]: this.#csrfToken };
    if (version !== undefined) headers[VERSION_HEADER] = `"${version}"`;
    if (key !== undefined) headers[KEY_HEADER] = key;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return this.#send(path, init, answer);
  }

  /** A file, read and answered; how the form is parted is the browser's to say. */
  ask<Schema extends z.ZodType>(
    path: string,
    form: FormData,
    answer: Schema,
  ): Promise<Answer<z.output<Schema>>> {
    const headers = { [CSRF_HEADER]: this.#csrfToken };
    return this.#send(path, { method: 'POST', headers, body: form }, answer);
  }

  /** What is made to be printed or kept: bytes, with the name they are kept under left to the browser. */
  async fetchFile(path: string, body: unknown): Promise<Answer<Blob>> {
    const isForm = body instanceof FormData;
    const headers: Record<string, string> = { [CSRF_HEADER]: this.#csrfToken };
    if (!isForm) headers['content-type'] = 'application/json';
    const init = { method: 'POST', headers, body: isForm ? body : JSON.stringify(body) };
    return this.#exchange(path, init, '*/*', async (response) => ({
      ok: true,
      value: await response.blob(),
      version: undefined,
    }));
  }

  #mayGoOn({ code }: ClientProblem): boolean {
    return this.#csrfToken !== '' && interruptions[code] !== undefined;
  }

  #send<Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema | undefined,
  ): Promise<Answer<z.output<Schema>>> {
    return this.#exchange(path, init, 'application/json', (response) =>
      this.#understood(response, schema),
    );
  }

  async #exchange<Value>(
    path: string,
    init: RequestInit,
    accept: string,
    read: (response: Response) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> {
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      accept,
      'accept-language': this.#language.current(),
    };
    try {
      const response = await this.#fetch(path, { ...init, headers, credentials: 'same-origin' });
      return response.ok
        ? await read(response)
        : { ok: false, problem: await this.#refusal(response) };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      return { ok: false, problem: this.#offline() };
    }
  }

  async #understood<Schema extends z.ZodType>(
    response: Response,
    schema: Schema | undefined,
  ): Promise<Answer<z.output<Schema>>> {
    const version = versionOf(response);
    if (schema === undefined) return { ok: true, value: undefined as z.output<Schema>, version };
    const read = schema.safeParse(await response.json());
    return read.success
      ? { ok: true, value: read.data, version }
      : { ok: false, problem: this.#unexpected(response.status) };
  }

  async #refusal(response: Response): Promise<ClientProblem> {
    const body: unknown = await response.json().catch(() => undefined);
    const read = problemSchema.safeParse(body);
    if (!read.success) return this.#unexpected(response.status);
    const interruption = interruptions[read.data.code];
    if (interruption !== undefined) this.#interruption.set(interruption);
    return read.data;
  }

  #offline(): ClientProblem {
    const { offline, offlineHint } = this.#words();
    return { code: 'offline', status: 0, title: offline, detail: offlineHint, facts: {} };
  }

  #unexpected(status: number): ClientProblem {
    const { unexpected, unexpectedHint } = this.#words();
    return {
      code: 'unexpected-answer',
      status,
      title: unexpected,
      detail: unexpectedHint,
      facts: {},
    };
  }
}
