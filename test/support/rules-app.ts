import { setTimeout as pause } from 'node:timers/promises';
import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { pino } from 'pino';
import { permissionsOf } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { AuditModule } from '../../backend/src/audit/index.ts';
import { AuthModule } from '../../backend/src/platform/auth/auth.module.ts';
import type { Credentials } from '../../backend/src/platform/auth/credentials.ts';
import { AUTHENTICATOR, type Authenticator } from '../../backend/src/platform/auth/ports.ts';
import { RequestActor } from '../../backend/src/platform/auth/request-actor.ts';
import { CLOCK } from '../../backend/src/platform/clock/clock.ts';
import { ConfigModule } from '../../backend/src/platform/config/config.module.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import { DatabaseService } from '../../backend/src/platform/database/database.service.ts';
import { createApplication } from '../../backend/src/platform/http/application.ts';
import { LogModule } from '../../backend/src/platform/log/log.module.ts';
import { ProblemModule } from '../../backend/src/platform/problem/problem.module.ts';
import type { TestDatabase } from './database.ts';
import { expectAsDocumented } from './documented-answers.ts';
import { FixedClock } from './fixed-clock.ts';

/** Believes what the bearer says of itself, `admin@1,2`: who people are is another suite's business. */
const believe = (credentials: Credentials): Promise<RequestActor | undefined> => {
  const said = credentials.kind === 'key' ? credentials.secret : '';
  const [role = '', units = ''] = said.split('@');
  const permissions = permissionsOf([role as Role]);
  const member = (id: number) => ({
    ...({ id, code: `unit-${id}`, name: `unit ${id}`, kind: 'commune', level: 'xa' } as const),
    ...{ roles: [role as Role], departments: [], standsInFor: [], permissions },
  });
  const actor = {
    kind: 'user',
    id: role,
    units: units.split(',').map(Number).map(member),
  } as const;
  return Promise.resolve(role === '' ? undefined : new RequestActor(actor));
};

const credulous: Authenticator = { authenticate: believe, recheck: believe };

@Global()
@Module({})
class Surroundings {
  static at(clock: FixedClock): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: AUTHENTICATOR, useValue: credulous },
    ];
    return { module: Surroundings, providers, exports: providers.map(({ provide }) => provide) };
  }
}

@Module({})
class Rooms {}

interface Answer<Body> {
  readonly status: number;
  readonly type: string;
  readonly body: Body;
}

export interface RulesApp {
  readonly clock: FixedClock;
  get<Service>(service: Type<Service>): Service;
  ask<Body = unknown>(
    as: string,
    route: string,
    body?: unknown,
    key?: string,
  ): Promise<Answer<Body>>;
  close(): Promise<void>;
}

/**
 * The named rooms over HTTP, on a database, at an office moment that stands still.
 *
 * @example await app.ask(`admin@${unit}`, 'POST /api/v1/procedures', { code, name })
 */
export async function openRules(
  database: TestDatabase,
  rooms: readonly Type[],
  now: string,
): Promise<RulesApp> {
  const clock = new FixedClock(now);
  const log = pino({ level: 'warn' });
  const environment = requireEnvironment({
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });
  const imports = [
    ...[ConfigModule.of(environment), LogModule.of(log), Surroundings.at(clock)],
    ...[ProblemModule, AuthModule, AuditModule, ...rooms],
  ];
  const module = { module: Rooms, imports };
  const { app } = await createApplication({ module, log, instance: 'rules' });
  const answers = app.get(DatabaseService, { strict: false });
  while (!(await answers.answersWithin(1_000))) await pause(20);
  return {
    clock,
    get: (service) => app.get(service, { strict: false }),
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the test knows the answer
    ask: async <Body>(as: string, route: string, body?: unknown, key?: string) => {
      const [method, url] = route.split(' ') as ['GET' | 'POST', string];
      const answer = await app.inject({
        ...{
          method,
          url,
          headers: { authorization: `Bearer ${as}`, ...(key && { 'idempotency-key': key }) },
        },
        ...(body !== undefined && { payload: body as object }),
      });
      const type = String(answer.headers['content-type']);
      const answered = { status: answer.statusCode, body: answer.json<Body>() };
      expectAsDocumented(app, { method, url }, answered);
      return { ...answered, type };
    },
    close: () => app.close(),
  };
}
