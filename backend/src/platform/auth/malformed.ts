import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type * as z from 'zod';
import type { HttpRequest } from '../http/exchange.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { checkHeaders } from '../http/request-headers.ts';
import { readWith } from '../problem/schema.pipe.ts';

interface Parameter {
  readonly schema?: z.ZodType;
}

// Nest keeps a parameter under `<kind>:<index>`.
const BODY = `${RouteParamtypes.BODY}:`;
const QUERY = `${RouteParamtypes.QUERY}:`;

const sentAs = (key: string, { body, query }: HttpRequest): unknown => {
  if (key.startsWith(BODY)) return body ?? {};
  return key.startsWith(QUERY) ? query : undefined;
};

/**
 * What is malformed about a request whose sender is about to be turned away. Contract §4: a request against
 * the schema is told so (400) before anybody asks who sent it (401).
 */
export const findMalformed = (context: ExecutionContext): ProblemError | undefined => {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  return malformedParameter(context, request) ?? malformedHeader(request);
};

/** Headers that say how to do it are read of what does something. */
const malformedHeader = (request: HttpRequest): ProblemError | undefined => {
  if (request.method !== 'POST') return undefined;
  try {
    checkHeaders(request);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  return undefined;
};

const malformedParameter = (
  context: ExecutionContext,
  request: HttpRequest,
): ProblemError | undefined => {
  const parameters = (Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) ?? {}) as Readonly<Record<string, Parameter>>;
  for (const [key, { schema }] of Object.entries(parameters)) {
    const sent = schema && sentAs(key, request);
    if (schema === undefined || sent === undefined) continue;
    const reading = readWith(schema, sent);
    if ('problem' in reading && reading.problem.code === 'invalid-request') return reading.problem;
  }
  return undefined;
};
