import { Controller, Inject, type MessageEvent, Query, Req, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { feedEventSchema, streamPath, streamQuerySchema, type StreamQuery } from '#contract/stream';
import { credentialsOf } from '../auth/credentials.ts';
import { CurrentActor } from '../auth/current-actor.ts';
import { Policy } from '../auth/policy.ts';
import { AUTHENTICATOR, type Authenticator } from '../auth/ports.ts';
import type { RequestActor } from '../auth/request-actor.ts';
import { type HttpRequest, headerOf } from '../http/exchange.ts';
import { Answers } from '../openapi/answers.ts';
import { StreamService } from './stream.service.ts';

@Controller()
export class StreamController {
  readonly #streams: StreamService;
  readonly #authenticator: Authenticator;

  constructor(
    @Inject(StreamService) streams: StreamService,
    @Inject(AUTHENTICATOR) authenticator: Authenticator,
  ) {
    this.#streams = streams;
    this.#authenticator = authenticator;
  }

  @Answers(feedEventSchema)
  @Sse(streamPath)
  @Policy('feed.read')
  open(
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Query({ schema: streamQuerySchema }) { unitId, lastEventId }: StreamQuery,
  ): Promise<Observable<MessageEvent>> {
    return this.#streams.open({
      personId: `${actor.kind}:${actor.id}`,
      units: actor.covers('feed.read', unitId),
      lastEventId: headerOf(request, 'last-event-id') ?? lastEventId,
      recheck: () => this.#unitsNow(request, unitId),
    });
  }

  async #unitsNow(
    request: HttpRequest,
    unitId: number | undefined,
  ): Promise<readonly number[] | undefined> {
    const credentials = credentialsOf(request);
    const actor = credentials && (await this.#authenticator.recheck(credentials));
    if (actor === undefined || actor.restriction !== undefined) return undefined;
    const units = actor.unitsWhere('feed.read').map(({ id }) => id);
    const own = unitId === undefined ? units : units.filter((id) => id === unitId);
    return own.length === 0 ? undefined : own;
  }
}
