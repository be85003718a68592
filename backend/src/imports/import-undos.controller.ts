import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import {
  importSchema,
  importUndoQuerySchema,
  importUndoSchema,
  importsPath,
  type ImportAnswer,
  type ImportUndoAnswer,
  type ImportUndoQuery,
} from '#contract/imports';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { ImportUndos } from './import-undos.service.ts';
import { Imports } from './imports.service.ts';

/** *Hoàn tác đợt nhập*. */
@Controller(importsPath)
export class ImportUndosController {
  readonly #undos: ImportUndos;

  constructor(@Inject(ImportUndos) undos: ImportUndos) {
    this.#undos = undos;
  }

  @Answers(importUndoSchema)
  @Get(':id/undo')
  @Policy('imports.read', Imports)
  @Header('cache-control', 'no-store')
  look(
    @Param('id', UuidPath) id: string,
    @Query({ schema: importUndoQuerySchema }) query: ImportUndoQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<ImportUndoAnswer> {
    return this.#undos.look(actor, id, query);
  }

  @Answers(importSchema, { problems: ['import-not-undoable'] })
  @Post(':id/undo')
  @HttpCode(202)
  @Policy('imports.write', Imports)
  undo(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
    @Idempotent() asking: Asking | undefined,
  ): Promise<ImportAnswer> {
    return this.#undos.ask({ actor, from, asking }, id);
  }
}
