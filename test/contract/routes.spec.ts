import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { AppModule } from '../../backend/src/app.module.ts';
import type { Access } from '../../backend/src/platform/auth/policy.ts';
import { type Route, RouteBook } from '../../backend/src/platform/auth/route-book.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import {
  type Application,
  createApplication,
} from '../../backend/src/platform/http/application.ts';
import { ROUTES } from './routes.ts';

let application: Application;
let routes: readonly Route[];

beforeAll(async () => {
  // Who may call what does not depend on a database: there is none.
  const environment = requireEnvironment({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  const log = pino({ level: 'silent' });
  const module = AppModule.of(environment, log);
  application = await createApplication({ module, log, instance: 'routes' });
  routes = application.app.get(RouteBook).list();
});
afterAll(() => application.app.close());

/** What a route asks of whoever calls it, in a word or two. */
const askedBy = (access: Access): string => {
  switch (access.kind) {
    case 'public':
      return 'nothing';
    case 'signedIn':
      return access.evenWhile === 'free' ? 'sign-in' : `sign-in, even ${access.evenWhile}`;
    case 'permission':
      return access.where === undefined ? access.permission : `${access.permission} there`;
    case 'handler':
      return `in the handler: ${access.permissions}`;
  }
};

describe('the routes there are', () => {
  it('ask what the list says they ask: a new route, or a wider one, is a decision (S-7)', () => {
    // Read it, think of who gets in, and then add the line to routes.ts.
    expect(Object.fromEntries(routes.map(({ name, access }) => [name, askedBy(access)]))).toEqual(
      ROUTES,
    );
  });
});
