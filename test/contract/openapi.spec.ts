import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import * as z from 'zod';
import { AppModule } from '../../backend/src/app.module.ts';
import { RouteBook } from '../../backend/src/platform/auth/route-book.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import {
  type Application,
  createApplication,
} from '../../backend/src/platform/http/application.ts';
import { documentOf, sentencesOf, tagOf } from '../../backend/src/platform/openapi/document.ts';
import { JsonSchemas } from '../../backend/src/platform/openapi/json-schemas.ts';
import { type Operation, operationsOf } from '../../backend/src/platform/openapi/operation.ts';
import { tagWording } from '#wording';
import { printedRoutes } from '../security/printed-routes.ts';

/** For browsers, or about the description itself. */
const NOT_DESCRIBED = [
  'GET /',
  'GET /*',
  'GET /api/docs',
  'GET /api/docs/:file',
  'GET /api/openapi.json',
];

interface Described {
  readonly operationId: string;
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

let application: Application;
let operations: readonly Operation[];
const schemas = new JsonSchemas();
let document: Document;

beforeAll(async () => {
  // What the API is does not depend on a database: there is none.
  const environment = requireEnvironment({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  const log = pino({ level: 'silent' });
  const module = AppModule.of(environment, log);
  application = await createApplication({ module, log, instance: 'contract' });
  operations = operationsOf(application.app.get(RouteBook).handlers());
  document = documentOf(operations, schemas) as unknown as Document;
});
afterAll(() => application.app.close());

const every = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, part = '']) => part);

describe('the description of the API', () => {
  it('is what programs are given', async () => {
    const answer = await application.app.inject({ method: 'GET', url: '/api/openapi.json' });
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('has every route that the server answers, and no other', () => {
    const server = application.app.getHttpAdapter().getInstance();
    const real = printedRoutes(server.printRoutes({ commonPrefix: false }))
      .filter((route) => !NOT_DESCRIBED.includes(route))
      .map((route) => route.replace(/:(\w+)/g, '{$1}'));
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(real.toSorted());
    expect(described.length).toBeGreaterThan(80);
  });

  it('says of every route what it is and what it answers', () => {
    const silent = operations.filter(
      (operation) =>
        operation.promised === undefined ||
        sentencesOf(operation) === undefined ||
        tagWording[tagOf(operation.path)] === undefined,
    );
    // A new route: @Answers on its handler, a line in shared/wording/operation.ts.
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('calls everything by a name of its own', () => {
    const ids = operations.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]+$/);
  });

  it('refers to nothing that it does not have', () => {
    const text = JSON.stringify(document);
    for (const reference of every(text, /"\$ref":"#\/([^"]+)"/g)) {
      const there = reference
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect([reference, typeof there]).toEqual([reference, 'object']);
    }
  });

  it('has no words for machines only', () => {
    const odd = /readOnly|\$schema|\$defs|__schema|9007199254740991/.exec(JSON.stringify(document));
    expect(odd).toBeNull();
  });

  it('tells how each route may refuse, by status', () => {
    const { responses } = document.paths['/api/v1/dossiers/{id}/extend']?.['post'] ?? {};
    const statuses = Object.keys(responses ?? {});
    expect(statuses).toEqual([
      ...['200', '202', '400', '401', '403', '404', '409', '412', '413', '422', '423'],
      ...['428', '500', '503'],
    ]);
  });
});

describe('an example', () => {
  it('is there for every body that is sent', () => {
    const without = operations
      .filter(({ body }) => body !== undefined && !body.safeParse({}).success)
      .filter(({ body }) => z.globalRegistry.get(body as z.ZodType)?.['examples'] === undefined);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('is one: its schema takes it', () => {
    expect(schemas.examples.length).toBeGreaterThan(60);
    const wrong = schemas.examples.filter(({ schema, example }) => {
      return !z.safeParse(schema, example).success;
    });
    expect(wrong.map(({ example }) => example)).toEqual([]);
  });
});
