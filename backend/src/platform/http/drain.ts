import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Closing } from './closing.module.ts';

const ANSWERS_MS = 8_000;

/** Lets requests under way finish before the connections are cut. */
export class Drain {
  readonly #app: NestFastifyApplication;
  #underWay = 0;
  #draining = false;

  private constructor(app: NestFastifyApplication) {
    this.#app = app;
  }

  /** Has to be called before the application is initialised: Fastify refuses hooks later. */
  static of(app: NestFastifyApplication): Drain {
    const drain = new Drain(app);
    const fastify = app.getHttpAdapter().getInstance();
    fastify.addHook('onRequest', (_request, reply, done) => {
      drain.#underWay += 1;
      reply.raw.once('close', () => (drain.#underWay -= 1));
      if (drain.#draining) reply.header('connection', 'close');
      done();
    });
    return drain;
  }

  /** No new visitors; those inside are served; then everything is closed. */
  async close(): Promise<void> {
    this.#draining = true;
    this.#app.getHttpServer().close();
    // A stream never ends by itself: waiting for it is waiting in vain.
    await this.#app.get(Closing).begin();
    const until = performance.now() + ANSWERS_MS;
    while (this.#underWay > 0 && performance.now() < until) await pause(25);
    await this.#app.close();
  }
}
