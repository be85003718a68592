import { setTimeout as pause } from 'node:timers/promises';
import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { pino } from 'pino';
import type { CreatedDossier, DossierAnswer } from '#contract/dossiers';
import { permissionsOf } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { AuditModule } from '../../backend/src/audit/index.ts';
import { DossiersModule } from '../../backend/src/dossiers/index.ts';
import { AuthModule } from '../../backend/src/platform/auth/auth.module.ts';
import type { Credentials } from '../../backend/src/platform/auth/credentials.ts';
import {
  AUTHENTICATOR,
  DENIAL_BOOK,
  type DenialBook,
} from '../../backend/src/platform/auth/ports.ts';
import { RequestActor } from '../../backend/src/platform/auth/request-actor.ts';
import { CLOCK } from '../../backend/src/platform/clock/clock.ts';
import { ConfigModule } from '../../backend/src/platform/config/config.module.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import { DatabaseModule } from '../../backend/src/platform/database/database.module.ts';
import { DatabaseService } from '../../backend/src/platform/database/database.service.ts';
import { createApplication } from '../../backend/src/platform/http/application.ts';
import { LogModule } from '../../backend/src/platform/log/log.module.ts';
import { OutboxModule } from '../../backend/src/platform/outbox/outbox.module.ts';
import { ProblemModule } from '../../backend/src/platform/problem/problem.module.ts';
import { QueueModule } from '../../backend/src/platform/queue/queue.module.ts';
import { BellModule } from '../../backend/src/platform/realtime/bell.module.ts';
import { FeedModule } from '../../backend/src/platform/realtime/feed.module.ts';
import { ScheduleRuns } from '../../backend/src/platform/schedule/schedule-runs.service.ts';
import { SecretBoxModule } from '../../backend/src/platform/secret-box/secret-box.module.ts';
import { type TestDatabase, openDatabase } from './database.ts';
import { expectAsDocumented } from './documented-answers.ts';
import { FixedClock } from './fixed-clock.ts';

const LAST_DIGITS = 15;

/** Who `role@unit` is, as rows take ids of people: the end of the role's letters behind the same beginning. */
export const idOf = (role: string): string => {
  const digits = Buffer.from(role).toString('hex').slice(-LAST_DIGITS).padStart(LAST_DIGITS, '0');
  return `0190c000-0000-7000-8${digits.slice(0, 3)}-${digits.slice(3)}`;
};

/**
 * Believes what the bearer says of itself: `director@1,2`, `head@1#tu-phap`. Who people are is another
 * suite's business.
 */
const credulous = {
  authenticate: (credentials: Credentials) => {
    const said = credentials.kind === 'key' ? credentials.secret : '';
    const [who = '', department] = said.split('#');
    const [roles = '', units = ''] = who.split('@');
    if (roles === '') return Promise.resolve(undefined);
    const held = roles.split('+') as Role[];
    const member = (id: number) => ({
      ...({ id, code: `H24.${id}`, name: `Xã ${id}`, kind: 'commune', level: 'xa' } as const),
      ...{ roles: held, departments: department === undefined ? [] : [department] },
      standsInFor: [],
      permissions: permissionsOf(held),
    });
    const actor = new RequestActor({
      kind: 'user',
      id: idOf(roles),
      units: units.split(',').map(Number).map(member),
    });
    return Promise.resolve(actor);
  },
};

const forgetful: DenialBook = { record: () => Promise.resolve() };

@Global()
@Module({})
class Surroundings {
  static at(clock: FixedClock): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: AUTHENTICATOR, useValue: credulous },
      { provide: DENIAL_BOOK, useValue: forgetful },
    ];
    // Nothing fires here; what would is there all the same.
    return {
      module: Surroundings,
      imports: [DatabaseModule],
      providers: [...providers, ScheduleRuns],
      exports: [...providers.map(({ provide }) => provide), ScheduleRuns],
    };
  }
}

@Module({})
class Rooms {}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Body;
}

type Headers = Readonly<Record<string, string>>;

interface Question {
  readonly body?: unknown;
  readonly headers?: Headers;
  /** The address it is asked from. */
  readonly from?: string;
}

/** What most tests ask: a dossier at the counter, for a procedure nobody has catalogued. */
export const aReceipt = (changes: object = {}): object => ({
  procedureCode: '9.000001',
  channel: 'direct',
  applicant: { name: 'Nguyễn Văn An', phone: '0912 345 678', idNumber: '031090001234' },
  ...changes,
});

/** The dossier rooms over HTTP, on a database of their own, at an office moment that stands still. */
export class DossiersApp {
  readonly clock: FixedClock;
  readonly database: TestDatabase;
  readonly #app: Awaited<ReturnType<typeof createApplication>>['app'];

  private constructor(
    database: TestDatabase,
    clock: FixedClock,
    app: Awaited<ReturnType<typeof createApplication>>['app'],
  ) {
    this.database = database;
    this.clock = clock;
    this.#app = app;
  }

  static async open(
    now: string,
    rooms: readonly Type[] = [],
    options: Parameters<typeof openDatabase>[0] = {},
  ): Promise<DossiersApp> {
    const database = await openDatabase(options);
    const clock = new FixedClock(now);
    const log = pino({ level: 'error' });
    const environment = requireEnvironment({
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      QUEUE: 'off',
    });
    const imports = [
      ...[ConfigModule.of(environment), LogModule.of(log), Surroundings.at(clock)],
      ...[BellModule, QueueModule, OutboxModule, FeedModule, SecretBoxModule, AuditModule],
      ...[ProblemModule, AuthModule, DossiersModule, ...rooms],
    ];
    const module = { module: Rooms, imports };
    const { app } = await createApplication({ module, log, instance: 'dossiers' });
    const answers = app.get(DatabaseService, { strict: false });
    while (!(await answers.answersWithin(1_000))) await pause(20);
    return new DossiersApp(database, clock, app);
  }

  get<Service>(service: Type<Service>): Service {
    return this.#app.get(service, { strict: false });
  }

  async ask<Body>(
    as: string,
    route: string,
    { body, headers = {}, from }: Question = {},
  ): Promise<Answer<Body>> {
    const [method, url] = route.split(' ') as ['GET' | 'POST', string];
    const answer = await this.#app.inject({
      ...{ method, url },
      ...(from !== undefined && { remoteAddress: from }),
      headers: { ...(as !== '' && { authorization: `Bearer ${as}` }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const answered = { status: answer.statusCode, body: answer.json<Body>() };
    expectAsDocumented(this.#app, { method, url }, answered);
    return { ...answered, headers: answer.headers };
  }

  /** What is answered with a file; a refusal's text are its bytes, too. */
  async bytes(
    as: string,
    route: string,
    body?: object,
  ): Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly bytes: Buffer;
  }> {
    const [method, url] = route.split(' ') as ['GET' | 'POST', string];
    const headers = { authorization: `Bearer ${as}` };
    const payload = body === undefined ? {} : { payload: body };
    const answer = await this.#app.inject({ method, url, headers, ...payload });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  }

  /** A dossier that is there. */
  async received(as: string, changes: object = {}): Promise<CreatedDossier> {
    const body = aReceipt(changes);
    const answer = await this.ask<CreatedDossier>(as, 'POST /api/v1/dossiers', { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  /** A command on the version that was seen last. */
  command<Body = DossierAnswer>(
    as: string,
    { id, version }: Pick<DossierAnswer, 'id' | 'version'>,
    command: string,
    body: object = {},
  ): Promise<Answer<Body>> {
    return this.ask<Body>(as, `POST /api/v1/dossiers/${id}/${command}`, {
      body,
      headers: { 'if-match': `"${version}"` },
    });
  }

  async done(
    as: string,
    dossier: Pick<DossierAnswer, 'id' | 'version'>,
    command: string,
    body: object = {},
  ): Promise<DossierAnswer> {
    const answer = await this.command(as, dossier, command, body);
    if (answer.status !== 200) throw new Error(`${command}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async close(): Promise<void> {
    await this.#app.close();
    await this.database.close();
  }
}
