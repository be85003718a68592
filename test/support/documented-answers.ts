import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import * as z from 'zod';
import { RouteBook } from '../../backend/src/platform/auth/route-book.ts';
import { type Operation, operationsOf } from '../../backend/src/platform/openapi/operation.ts';

interface Asked {
  readonly method: string;
  readonly url: string;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);

const byApp = new WeakMap<NestFastifyApplication, readonly Operation[]>();

/** Words before places: `/dossiers/counts` is not the dossier called counts. */
const operationsIn = (app: NestFastifyApplication): readonly Operation[] => {
  const known = byApp.get(app);
  if (known !== undefined) return known;
  const operations = operationsOf(app.get(RouteBook, { strict: false }).handlers()).toSorted(
    (one, other) => one.places.length - other.places.length,
  );
  byApp.set(app, operations);
  return operations;
};

const schemaOf = ({ promised, status }: Operation, answered: number): z.ZodType | null => {
  if (answered === status) return promised?.schema ?? null;
  return promised?.also?.[answered] ?? null;
};

const findOperation = (app: NestFastifyApplication, { method, url }: Asked) => {
  const path = url.split('?')[0] ?? '';
  return operationsIn(app).find((one) => one.method === method && patternOf(one.path).test(path));
};

const faultIn = (schema: z.ZodType | null, body: unknown): string | undefined => {
  const { success, error } = (schema ?? z.undefined()).safeParse(body);
  return success ? undefined : z.prettifyError(error);
};

/**
 * Every answer a test gets is held against what the API's description promises of it: whatever the test is
 * about, an undocumented field, status or null fails it.
 */
export const expectAsDocumented = (
  app: NestFastifyApplication,
  asked: Asked,
  { status, body }: Answered,
): void => {
  if (status < 200 || status >= 300) return;
  const operation = findOperation(app, asked);
  // Files and streams have no schema to be held against.
  if (operation === undefined || operation.streams || operation.promised?.mediaType) return;
  const fault = faultIn(schemaOf(operation, status), body);
  if (fault !== undefined) {
    throw new Error(`${operation.name} does not answer ${status} as documented:\n${fault}`);
  }
};
