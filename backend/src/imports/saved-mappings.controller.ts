import { Body, Controller, Get, Header, Inject, Param, Put, Query, Req } from '@nestjs/common';
import {
  mappingChangesSchema,
  mappingVersionsPath,
  mappingVersionsSchema,
  retireMappingSchema,
  retiredMappingPath,
  savedMappingPath,
  savedMappingSchema,
  savedMappingsPath,
  savedMappingsQuerySchema,
  savedMappingsSchema,
  type MappingChanges,
  type MappingVersion,
  type RetireMapping,
  type SavedMapping,
  type SavedMappingsQuery,
} from '#contract/imports';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { SavedMappings } from './saved-mappings.service.ts';

/** What lists of other layouts mean, for whoever looks after it. */
@Controller()
export class SavedMappingsController {
  readonly #saved: SavedMappings;

  constructor(@Inject(SavedMappings) saved: SavedMappings) {
    this.#saved = saved;
  }

  @Answers(savedMappingsSchema)
  @Get(savedMappingsPath)
  @Policy('sources.read')
  @Header('cache-control', 'no-store')
  async list(
    @Query({ schema: savedMappingsQuerySchema }) { unitId }: SavedMappingsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<{ readonly items: readonly SavedMapping[] }> {
    return { items: await this.#saved.list(actor, unitId) };
  }

  @Answers(mappingVersionsSchema)
  @Get(mappingVersionsPath(':id'))
  @Policy('sources.read', SavedMappings)
  @Header('cache-control', 'no-store')
  async versions(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<{ readonly items: readonly MappingVersion[] }> {
    return { items: await this.#saved.versions(actor, id) };
  }

  @Answers(savedMappingSchema, {
    problems: ['version-stale', 'column-given-twice', 'mapping-value-unknown'],
  })
  @Put(savedMappingPath(':id'))
  @Policy('sources.write', SavedMappings)
  change(
    @Param('id', UuidPath) id: string,
    @Body({ schema: mappingChangesSchema }) body: MappingChanges,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<SavedMapping> {
    return this.#saved.change(id, body, { actor, from });
  }

  @Answers(savedMappingSchema, { problems: ['version-stale'] })
  @Put(retiredMappingPath(':id'))
  @Policy('sources.write', SavedMappings)
  retire(
    @Param('id', UuidPath) id: string,
    @Body({ schema: retireMappingSchema }) body: RetireMapping,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<SavedMapping> {
    return this.#saved.retire(id, body, { actor, from });
  }
}
