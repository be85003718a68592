import { type ExecutionContext, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';

const pathsOf = (target: object): readonly string[] => {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | readonly string[] | undefined;
  return typeof path === 'string' ? [path] : (path ?? ['']);
};

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** The method and patterns of a handler: `GET /api/v1/users/:id`. */
export const routeNames = (controller: Type, handler: object): readonly string[] => {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  return pathsOf(controller).flatMap((base) =>
    pathsOf(handler).map((path) => `${RequestMethod[method]} ${joined(base, path)}`),
  );
};

/** The route of a request without the ids in it: fit for logs. */
export const routeOf = (context: ExecutionContext): string =>
  routeNames(context.getClass(), context.getHandler()).join(', ');
