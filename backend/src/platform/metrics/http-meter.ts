import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { refusalOf } from '../problem/refusal-note.ts';
import { Meters } from './meters.ts';

/** Times every request by the route that answered it: by its template, never by its path. */
@Injectable()
export class HttpMeter implements OnModuleInit {
  readonly #host: HttpAdapterHost;
  readonly #meters: Meters;

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost, @Inject(Meters) meters: Meters) {
    this.#host = host;
    this.#meters = meters;
  }

  onModuleInit(): void {
    // A worker has no HTTP, whatever the type says.
    const adapter = this.#host.httpAdapter as unknown as FastifyAdapter | undefined;
    adapter?.getInstance().addHook('onResponse', (request, reply, done) => {
      const code = refusalOf(request);
      if (code !== undefined) this.#meters.refusals.inc({ code });
      const route = request.routeOptions.url ?? 'none';
      const status = `${Math.floor(reply.statusCode / 100)}xx`;
      // A stream lasts as long as its page: that says nothing about us.
      if (!String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
        const labels = { route, method: request.method, status };
        this.#meters.requests.observe(labels, reply.elapsedTime / 1_000);
      }
      done();
    });
  }
}
