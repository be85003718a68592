import type { Readable } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ProblemError } from '../problem/problem-error.ts';
import { type HttpRequest, headerOf } from './exchange.ts';
import { formMembers } from './form-members.ts';

const LIMIT = 'motcua:file-bytes';

interface FormRequest extends HttpRequest {
  body: unknown;
}

interface Routed {
  readonly routeOptions: { readonly config: object };
}

class NoFormHere extends Error {
  readonly statusCode = 415;
}

/**
 * A form is not read before it is known who sends it: its body stays a stream, and only where a route takes
 * files.
 */
export const readForm = (
  request: Routed,
  payload: Readable,
  done: (error: Error | null, body?: unknown) => void,
): void => {
  if ('takesFile' in request.routeOptions.config) done(null, payload);
  else done(new NoFormHere());
};

const lengthOf = (request: HttpRequest, limit: number): number => {
  const told = Number(headerOf(request, 'content-length') ?? 0);
  return Number.isSafeInteger(told) && told <= limit ? told : 0;
};

/** The body in one piece; where its length was told, in the piece it is read into. */
const wholeOf = async (request: FormRequest, limit: number): Promise<Buffer> => {
  const stream = request.body as AsyncIterable<Buffer>;
  const whole = Buffer.allocUnsafeSlow(lengthOf(request, limit));
  const beyond: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const fits = size + part.length <= whole.length;
    if (fits) part.copy(whole, size);
    size += part.length;
    if (size > limit) throw new ProblemError('body-too-large', { limit });
    if (!fits) beyond.push(part);
  }
  if (beyond.length === 0) return whole.subarray(0, size);
  const inside = beyond.reduce((left, part) => left - part.length, size);
  return Buffer.concat([whole.subarray(0, inside), ...beyond], size);
};

const malformed = (): ProblemError =>
  new ProblemError('invalid-request', {}, [{ path: '', code: 'wrong-format' }]);

/** Makes of a form what a JSON body would be: its fields by name, files as their bytes. */
@Injectable()
class FormInterceptor implements NestInterceptor {
  readonly #reflector: Reflector;

  constructor(reflector: Reflector) {
    this.#reflector = reflector;
  }

  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<FormRequest>();
    const contentType = headerOf(request, 'content-type') ?? '';
    if (/^multipart\/form-data/i.test(contentType)) {
      const limit = this.#reflector.get<number>(LIMIT, context.getHandler());
      const members = formMembers({ body: await wholeOf(request, limit), contentType });
      if (members === undefined) throw malformed();
      request.body = members;
    }
    return next.handle();
  }
}

/** A route that takes a form with a file as well as JSON. */
export const TakesFile = (limitBytes: number) =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    SetMetadata(LIMIT, limitBytes),
    UseInterceptors(FormInterceptor),
  );
