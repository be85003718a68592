import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's own lines, in our log: the last parameter is the name of the part that speaks. */
export class NestLogger implements LoggerService {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#log.debug({ part: rest.at(-1) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#log.error({ part: rest.at(-1), detail: rest.slice(0, -1) }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#log.warn({ part: rest.at(-1) }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#log.trace({ part: rest.at(-1) }, String(message));
  }
}
