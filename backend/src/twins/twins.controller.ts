import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { dossiersPath } from '#contract/dossiers';
import type { Page } from '#contract/list';
import {
  dossierTwinsPath,
  dossierTwinsSchema,
  twinsPageSchema,
  twinsPath,
  twinsQuerySchema,
  type DossierTwins,
  type Twins,
  type TwinsQuery,
} from '#contract/twins';
import { DossierPlaces } from '../dossiers/index.ts';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { TwinBook } from './twins.service.ts';

/** *Hồ sơ nghi trùng*: offered to be linked, never linked by themselves. */
@Controller()
export class TwinsController {
  readonly #twins: TwinBook;

  constructor(@Inject(TwinBook) twins: TwinBook) {
    this.#twins = twins;
  }

  @Answers(twinsPageSchema)
  @Get(twinsPath)
  @Policy('dossiers.read')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: twinsQuerySchema }) query: TwinsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<Twins>> {
    return this.#twins.list(actor, query);
  }

  @Answers(dossierTwinsSchema)
  @Get(`${dossiersPath}/:id/${dossierTwinsPath}`)
  @Policy('dossiers.read', DossierPlaces)
  @Header('cache-control', 'no-store')
  async of(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<DossierTwins> {
    return { items: await this.#twins.of(actor, id) };
  }
}
