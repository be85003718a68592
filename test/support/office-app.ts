import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DestinationStream, pino } from 'pino';
import { AppModule } from '../../backend/src/app.module.ts';
import { PasswordHasher } from '../../backend/src/identity/password/password-hasher.ts';
import { CLOCK } from '../../backend/src/platform/clock/clock.ts';
import type { OfficeClock } from '../../backend/src/platform/clock/office-clock.ts';
import { BOTH_DOORS, type Doors } from '../../backend/src/platform/config/doors.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import {
  type Application,
  createApplication,
} from '../../backend/src/platform/http/application.ts';
import { readyPath } from '#contract/health';
import { type Me, loginPath } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { type TestDatabase, openDatabase } from './database.ts';
import { expectAsDocumented } from './documented-answers.ts';

export const PASSWORD = 'bốn con vịt qua cầu';

/** What came back, read as what it should be. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly string[];
  readonly body: Body;
}

type Headers = Readonly<Record<string, string>>;
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Question {
  readonly method: Method;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Headers;
}

/** Files are not read: whoever asks for one looks at its bytes. */
const bodyOf = (text: string, mediaType: unknown): unknown =>
  text === '' || !/\bjson/.test(String(mediaType)) ? undefined : JSON.parse(text);

/** A browser at a desk: it keeps its cookies and sends the token that our pages send. */
export class Browser {
  readonly #app: Application['app'];
  readonly #cookies = new Map<string, string>();
  #csrfToken: string | undefined;

  constructor(app: Application['app']) {
    this.#app = app;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get csrfToken(): string {
    return this.#csrfToken ?? '';
  }

  async ask<Body>({ method, url, ...question }: Question): Promise<Answer<Body>> {
    const answer = await this.#sent({ method, url, ...question });
    const set = [answer.headers['set-cookie'] ?? []].flat();
    for (const cookie of set) this.#keep(cookie);
    const answered = {
      status: answer.statusCode,
      body: bodyOf(answer.body, answer.headers['content-type']) as Body,
    };
    expectAsDocumented(this.#app, { method, url }, answered);
    return { ...answered, headers: answer.headers, cookies: set };
  }

  /** What is kept as a file, as a text. */
  async file(question: Question): Promise<string> {
    const answer = await this.#sent(question);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.body;
  }

  #sent({ method, url, body, headers }: Question) {
    return this.#app.inject({
      method,
      url,
      headers: {
        ...(this.#cookies.size > 0 && { cookie: this.cookie }),
        ...(this.#csrfToken !== undefined && { 'x-csrf-token': this.#csrfToken }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
  }

  get<Body>(url: string, headers?: Headers): Promise<Answer<Body>> {
    return this.ask({ method: 'GET', url, ...(headers && { headers }) });
  }

  post<Body>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.ask({ method: 'POST', url, body, ...(headers && { headers }) });
  }

  patch<Body>(url: string, body: unknown): Promise<Answer<Body>> {
    return this.ask({ method: 'PATCH', url, body });
  }

  delete<Body>(url: string): Promise<Answer<Body>> {
    return this.ask({ method: 'DELETE', url });
  }

  async signIn(
    username: string,
    more: { readonly password?: string; readonly totp?: string; rememberDevice?: boolean } = {},
  ): Promise<Answer<Me>> {
    const answer = await this.post<Me>(loginPath, { username, password: PASSWORD, ...more });
    if (answer.status === 200) this.#csrfToken = answer.body.csrfToken;
    return answer;
  }

  /** Forgets the token, or takes one over: what a page of somebody else would have. */
  useCsrfToken(token: string | undefined): void {
    this.#csrfToken = token;
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

const READY_MS = 20_000;

const untilReady = async (app: Application['app']): Promise<void> => {
  const until = performance.now() + READY_MS;
  while ((await app.inject({ method: 'GET', url: readyPath })).statusCode !== 200) {
    if (performance.now() > until) throw new Error('the application did not become ready');
    await pause(25);
  }
};

export interface PlannedUnit {
  readonly code: string;
  readonly parentId?: number;
  readonly kind?: 'city' | 'commune';
}

export interface PlannedMembership {
  readonly unitId: number;
  readonly roles: readonly Role[];
  readonly departmentCode?: string;
}

/** The whole application on a database of its own, with people in it. */
export class OfficeApp {
  readonly database: TestDatabase;
  readonly application: Application;
  #passwordHash: string | undefined;

  private constructor(database: TestDatabase, application: Application) {
    this.database = database;
    this.application = application;
  }

  static async open(
    variables: Headers = {},
    books: Parameters<typeof openDatabase>[0] = {},
    written?: DestinationStream,
    doors: Doors = BOTH_DOORS,
  ): Promise<OfficeApp> {
    const database = await openDatabase(books);
    const given = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      QUEUE: 'off',
      ...variables,
    };
    const environment = requireEnvironment(given);
    const level = { level: variables['LOG_LEVEL'] ?? 'silent' };
    const log = written === undefined ? pino(level) : pino(level, written);
    const application = await createApplication({
      module: AppModule.of(environment, log, doors),
      log,
      instance: 'tests',
      proxies: environment.MOTCUA_PROXY,
    });
    await untilReady(application.app);
    return new OfficeApp(database, application);
  }

  browser(): Browser {
    return new Browser(this.application.app);
  }

  async signedIn(username: string): Promise<Browser> {
    const browser = this.browser();
    const answer = await browser.signIn(username);
    if (answer.status !== 200) throw new Error(`${username}: ${JSON.stringify(answer.body)}`);
    return browser;
  }

  async unit({ code, parentId, kind = 'commune' }: PlannedUnit): Promise<number> {
    const [row] = await this.database.asRoot<{ id: number }>(
      `insert into unit (code, name, kind, level, parent_id)
       values ($1, $1, $2, case when $2 = 'commune' then 'xa' end, $3) returning id`,
      [code, kind, parentId ?? null],
    );
    if (row === undefined) throw new Error('a unit was not made');
    return row.id;
  }

  async department(unitId: number, code: string): Promise<void> {
    await this.database.asRoot('insert into department (unit_id, code, name) values ($1, $2, $2)', [
      unitId,
      code,
    ]);
  }

  /** Somebody with the password of all tests. */
  async person(username: string, ...memberships: readonly PlannedMembership[]): Promise<string> {
    this.#passwordHash ??= await new PasswordHasher().hash(PASSWORD);
    const id = randomUUID();
    await this.database.asRoot(
      `insert into office_user (id, username, display_name, password_hash) values ($1, $2, $2, $3)`,
      [id, username, this.#passwordHash],
    );
    for (const { unitId, roles, departmentCode } of memberships) {
      await this.database.asRoot(
        'insert into membership (unit_id, user_id, department_code, roles) values ($1, $2, $3, $4)',
        [unitId, id, departmentCode ?? null, roles],
      );
    }
    return id;
  }

  /** Moves the clock of an office that was opened with `MOTCUA_CLOCK`, for every process at once. */
  async setClock(moment: string): Promise<void> {
    await this.database.asRoot('update office_clock set office_at = $1', [moment]);
    const clock = this.application.app.get<OfficeClock>(CLOCK, { strict: false });
    if (clock.anchor === undefined) throw new Error('this office goes by the real time');
    clock.follow({ ...clock.anchor, officeAt: Date.parse(moment) });
  }

  async close(): Promise<void> {
    await this.application.app.close();
    await this.database.close();
  }
}
