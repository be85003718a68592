import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { Hooks } from './hooks.service.ts';
import { placesOf } from './places.ts';
import { type OpenHook, type PostParts, type Posted, signedPost } from './signed-post.ts';

/** The system by which a unit's citizens are told: a gateway of short messages, Zalo, or one of the city's own. */
@Injectable()
export class Gateway {
  readonly #hooks: Hooks;
  readonly #parts: PostParts;

  constructor(
    @Inject(Hooks) hooks: Hooks,
    @Inject(ENVIRONMENT) environment: Environment,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#hooks = hooks;
    this.#parts = { places: placesOf(environment), clock, log };
  }

  find(unitId: number): Promise<OpenHook | undefined> {
    return this.#hooks.inUse(unitId, 'citizens');
  }

  post(hook: OpenHook, message: { readonly id: string; readonly body: string }): Promise<Posted> {
    return signedPost(hook, message, this.#parts);
  }
}
