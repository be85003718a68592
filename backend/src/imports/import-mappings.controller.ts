import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import {
  IMPORT_BYTES,
  askedLayoutSchema,
  importLayoutSchema,
  importLayoutsPath,
  importMappingSchema,
  importMappingsPath,
  importMappingsQuerySchema,
  importMappingsSchema,
  newImportMappingSchema,
  type AskedLayout,
  type ImportLayoutAnswer,
  type ImportMappingAnswer,
  type ImportMappingsQuery,
  type NewImportMapping,
} from '#contract/imports';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { TakesFile } from '../platform/http/takes-file.ts';
import { type Asking, Idempotent } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { Layouts } from './layouts.service.ts';
import { MappingBook } from './mapping-book.ts';

const UNREADABLE = [
  ...(['file-required', 'file-empty', 'file-not-text', 'not-a-dossier-list'] as const),
  ...(['file-damaged', 'file-encrypted', 'file-is-old-xls', 'file-unsafe'] as const),
  ...(['file-too-large-inside', 'body-too-large'] as const),
] as const;

/** What lists of other layouts mean. */
@Controller()
export class ImportMappingsController {
  readonly #book: MappingBook;
  readonly #layouts: Layouts;

  constructor(@Inject(MappingBook) book: MappingBook, @Inject(Layouts) layouts: Layouts) {
    this.#book = book;
    this.#layouts = layouts;
  }

  @Answers(importMappingsSchema)
  @Get(importMappingsPath)
  @Policy('imports.read')
  @Header('cache-control', 'no-store')
  async list(
    @Query({ schema: importMappingsQuerySchema }) { unitId }: ImportMappingsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<{ readonly items: readonly ImportMappingAnswer[] }> {
    return { items: await this.#book.list(actor, unitId) };
  }

  @Answers(importMappingSchema, { problems: ['column-given-twice', 'mapping-value-unknown'] })
  @Post(importMappingsPath)
  @HttpCode(201)
  @Policy('imports.write')
  save(
    @Body({ schema: newImportMappingSchema }) body: NewImportMapping,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
    @Idempotent() asking: Asking | undefined,
  ): Promise<ImportMappingAnswer> {
    return this.#book.save(body, { actor, from, asking });
  }

  @Answers(importLayoutSchema, { problems: UNREADABLE })
  @Post(importLayoutsPath)
  @HttpCode(200)
  @Policy('imports.write')
  @TakesFile(IMPORT_BYTES)
  @Header('cache-control', 'no-store')
  look(
    @Body({ schema: askedLayoutSchema }) body: AskedLayout,
    @CurrentActor() actor: RequestActor,
  ): Promise<ImportLayoutAnswer> {
    return this.#layouts.look(actor, body);
  }
}
