import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { NestLogger } from '../log/nest-logger.ts';
import { answerWithProblem } from '../problem/answer.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { Drain } from './drain.ts';
import type { HttpReply, HttpRequest } from './exchange.ts';
import { INSTANCE_HEADER } from './instance.ts';
import { KnownPaths } from './known-paths.ts';
import { readForm } from './takes-file.ts';
import { securityHeaders } from './security-headers.ts';

const REQUEST_MS = 30_000;
const BODY_BYTES = 1024 * 1024;

/** What is no HTTP at all gets no document, only the door. */
const refuseSocket = (_error: Error, socket: Socket): void => {
  if (socket.writable) socket.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  socket.destroy();
};

const refuseRequest = (error: Error, request: HttpRequest, reply: HttpReply): void => {
  answerWithProblem(error, request, reply);
};

const createAdapter = (proxies: string | undefined): FastifyAdapter =>
  new FastifyAdapter({
    // S-13: whoever else sends X-Forwarded-For is not believed.
    trustProxy: proxies ?? false,
    genReqId: () => randomUUID(),
    requestTimeout: REQUEST_MS,
    connectionTimeout: REQUEST_MS,
    bodyLimit: BODY_BYTES,
    forceCloseConnections: true,
    clientErrorHandler: refuseSocket,
    // A path that cannot even be decoded never reaches Nest and its filter.
    frameworkErrors: refuseRequest,
  });

export interface ApplicationParts {
  readonly module: DynamicModule;
  readonly log: Logger;
  readonly instance: string;
  /** Addresses of reverse proxies whose word about the client is taken. */
  readonly proxies?: string | undefined;
}

export interface Application {
  readonly app: NestFastifyApplication;
  readonly drain: Drain;
}

/** A path that is there, asked in a way it is not: 405 with the ways it is, whoever asks. */
const refuseMethods = (app: NestFastifyApplication): void => {
  const known = new KnownPaths();
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ url, method }) => known.add(url, method));
  server.addHook('onRequest', (request, reply, done) => {
    const { is404, method, routeOptions, url } = request;
    const methods = is404 || routeOptions.url === '/*' ? known.methodsAt(url) : [];
    if (methods.length === 0 || methods.includes(method)) {
      done();
      return;
    }
    reply.header('allow', methods.join(', '));
    answerWithProblem(new ProblemError('method-not-allowed', { methods }), request, reply);
  });
};

/** The HTTP application, ready to listen. */
export const createApplication = async ({
  module,
  log,
  instance,
  proxies,
}: ApplicationParts): Promise<Application> => {
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(proxies), {
    logger: new NestLogger(log),
    forceCloseConnections: true,
    abortOnError: false,
  });
  app.useSecurityHeaders(securityHeaders);
  const drain = Drain.of(app);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      // By this a second `npm start` knows that the answer is ours.
      reply.header(INSTANCE_HEADER, instance);
      done();
    });
  refuseMethods(app);
  app.getHttpAdapter().getInstance().addContentTypeParser('multipart/form-data', readForm);
  await app.init();
  // Forms of other sites may be sent without asking; nothing here is a form.
  for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
    app.getHttpAdapter().getInstance().removeContentTypeParser(type);
  }
  return { app, drain };
};
