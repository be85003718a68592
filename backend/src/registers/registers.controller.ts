import { Body, Controller, Get, Header, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Page } from '#contract/list';
import {
  newRegisterEntrySchema,
  registerEntryChangesSchema,
  registerEntrySchema,
  registerFiguresQuerySchema,
  registerFiguresSchema,
  registerPageSchema,
  registerQuerySchema,
  registersPath,
  type NewRegisterEntry,
  type RegisterEntryAnswer,
  type RegisterEntryChanges,
  type RegisterFiguresAnswer,
  type RegisterFiguresQuery,
  type RegisterQuery,
} from '#contract/registers';
import type { RegisterKind } from '#domain/register';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy, PolicyInHandler } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { AskedBy } from '../platform/idempotency/asked-by.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { RegisterKindPath } from './register-kind-path.ts';
import { Registers } from './registers.service.ts';

/** What a report tells beside dossiers: registers of an office, each of its kind. */
@Controller(registersPath)
export class RegistersController {
  readonly #registers: Registers;

  constructor(@Inject(Registers) registers: Registers) {
    this.#registers = registers;
  }

  @Answers(registerFiguresSchema, { problems: ['period-ends-before-it-begins'] })
  @Get('figures')
  @PolicyInHandler('registers.read')
  @Header('cache-control', 'no-store')
  figures(
    @Query({ schema: registerFiguresQuerySchema }) query: RegisterFiguresQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<RegisterFiguresAnswer> {
    return this.#registers.figures(actor, query);
  }

  @Answers(registerPageSchema)
  @Get(':kind')
  @Policy('registers.read')
  @Header('cache-control', 'no-store')
  page(
    @Param('kind', RegisterKindPath) kind: RegisterKind,
    @Query({ schema: registerQuerySchema }) query: RegisterQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<RegisterEntryAnswer>> {
    return this.#registers.page(actor, kind, query);
  }

  @Answers(registerEntrySchema, { problems: ['value-out-of-range'] })
  @Post(':kind')
  @Policy('registers.write')
  add(
    @Param('kind', RegisterKindPath) kind: RegisterKind,
    @Body({ schema: newRegisterEntrySchema }) body: NewRegisterEntry,
    @AskedBy() ask: Ask,
  ): Promise<RegisterEntryAnswer> {
    return this.#registers.add(ask, kind, body);
  }

  @Answers(registerEntrySchema, { problems: ['value-out-of-range', 'register-entry-moved'] })
  @Put(':kind/:id')
  @PolicyInHandler('registers.write')
  change(
    @Param('kind', RegisterKindPath) kind: RegisterKind,
    @Param('id', UuidPath) id: string,
    @Body({ schema: registerEntryChangesSchema }) body: RegisterEntryChanges,
    @AskedBy() ask: Ask,
  ): Promise<RegisterEntryAnswer> {
    return this.#registers.change(ask, { kind, id }, body);
  }
}
