import { RequestMethod } from '@nestjs/common';
import {
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  ROUTE_ARGS_METADATA,
  SSE_METADATA,
} from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type * as z from 'zod';
import { IntegerPath, UuidPath } from '../auth/path-id.ts';
import type { Access } from '../auth/policy.ts';
import type { Handled } from '../auth/route-book.ts';
import { PROMISED, type Promised } from './answers.ts';

/** Which texts a path may have in a place. */
export interface PathPlace {
  readonly name: string;
  readonly takes: 'uuid' | 'integer' | 'text';
  readonly schema?: z.ZodType;
}

/** One route as its decorators describe it. */
export interface Operation {
  /** `GET /api/v1/users/:id` */
  readonly name: string;
  /** Unique: `usersList`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly status: number;
  readonly places: readonly PathPlace[];
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly streams: boolean;
  /** Undefined where nobody has said it yet. */
  readonly promised: Promised | undefined;
}

interface Argument {
  readonly data?: unknown;
  readonly schema?: z.ZodType;
  readonly pipes?: readonly unknown[];
}

/** Pages, and the description itself, are no part of what it describes. */
const DESCRIBED = /^\w+ \/(api\/v1|health|metrics)(\/|$)/;

const argumentsOf = ({ controller, method }: Handled) =>
  Object.entries(
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Readonly<
      Record<string, Argument>
    >,
  );

// Nest keeps a parameter under `<kind>:<index>`.
const ofKind = (handled: Handled, kind: RouteParamtypes): readonly Argument[] =>
  argumentsOf(handled)
    .filter(([key]) => key.startsWith(`${kind}:`))
    .map(([, argument]) => argument);

const schemaOf = (handled: Handled, kind: RouteParamtypes): z.ZodType | undefined =>
  ofKind(handled, kind).find(({ schema }) => schema !== undefined)?.schema;

const takesOf = (pipes: readonly unknown[]): PathPlace['takes'] => {
  if (pipes.includes(UuidPath)) return 'uuid';
  return pipes.includes(IntegerPath) ? 'integer' : 'text';
};

const placesOf = (handled: Handled, path: string): readonly PathPlace[] => {
  const given = ofKind(handled, RouteParamtypes.PARAM);
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const { pipes = [], schema } = given.find(({ data }) => data === name) ?? {};
    return { name, takes: takesOf(pipes), ...(schema !== undefined && { schema }) };
  });
};

const camel = (text: string): string =>
  text.replace(/[^A-Za-z0-9]+(\w)/g, (_match, letter: string) => letter.toUpperCase());

const idOf = ({ controller, method }: Handled): string => {
  const noun = controller.name.replace(/Controller$/, '');
  return camel(`${noun.charAt(0).toLowerCase()}${noun.slice(1)} ${method}`);
};

const operationOf = (handled: Handled): Operation => {
  const handler = (handled.controller.prototype as Readonly<Record<string, object>>)[
    handled.method
  ];
  if (handler === undefined) throw new Error(`nothing answers ${handled.name}`);
  const meta = (key: string): unknown => Reflect.getMetadata(key, handler);
  const [method = '', path = ''] = handled.name.split(' ');
  const isPost = meta(METHOD_METADATA) === RequestMethod.POST;
  return {
    ...{ name: handled.name, id: idOf(handled), method, path, access: handled.access },
    status: (meta(HTTP_CODE_METADATA) as number | undefined) ?? (isPost ? 201 : 200),
    places: placesOf(handled, path),
    body: schemaOf(handled, RouteParamtypes.BODY),
    query: schemaOf(handled, RouteParamtypes.QUERY),
    streams: meta(SSE_METADATA) === true,
    promised: meta(PROMISED) as Promised | undefined,
  };
};

/** Every route that other programs may call, as it is: nothing is written down twice. */
export const operationsOf = (handlers: readonly Handled[]): readonly Operation[] =>
  handlers.filter(({ name }) => DESCRIBED.test(name)).map(operationOf);
