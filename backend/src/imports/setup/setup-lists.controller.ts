import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import {
  IMPORT_BYTES,
  newSetupListSchema,
  setupListSchema,
  setupListsPath,
  setupListsQuerySchema,
  takenSetupListsSchema,
  type NewSetupList,
  type SetupListAnswer,
  type SetupListsQuery,
  type TakenSetupList,
} from '#contract/imports';
import type { Page } from '#contract/list';
import { importFaultWording, type Language } from '#wording';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { type HttpRequest, headerOf } from '../../platform/http/exchange.ts';
import { TakesFile } from '../../platform/http/takes-file.ts';
import { keyOf } from '../../platform/idempotency/idempotency-key.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { acceptedLanguage } from '../../platform/problem/accepted-language.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { countsOf } from './setup-list-row.ts';
import { SetupLists, type SetupList } from './setup-lists.service.ts';

const REFUSALS = [
  ...(['file-required', 'file-empty', 'file-not-text', 'not-a-setup-list'] as const),
  ...(['column-given-twice', 'file-damaged', 'file-encrypted', 'file-is-old-xls'] as const),
  ...(['file-unsafe', 'file-too-large-inside', 'body-too-large'] as const),
] as const;

/** What an office sets for itself, brought in as a file. Whoever brings people looks after people, too. */
@Controller(setupListsPath)
export class SetupListsController {
  readonly #lists: SetupLists;

  constructor(@Inject(SetupLists) lists: SetupLists) {
    this.#lists = lists;
  }

  @Answers(setupListSchema, { problems: REFUSALS })
  @Post()
  @HttpCode(200)
  @Policy('procedures.write')
  @TakesFile(IMPORT_BYTES)
  @Header('cache-control', 'no-store')
  async take(
    @Body({ schema: newSetupListSchema }) body: NewSetupList,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<SetupListAnswer> {
    const given = body.file ?? body.text;
    if (given === undefined) throw new ProblemError('file-required');
    const { method, url, headers } = from;
    const asking = keyOf(actor, { method, url, headers, body });
    const list = await this.#lists.take(body, given, { actor, from, asking });
    return toldList(list, acceptedLanguage(headerOf(from, 'accept-language')));
  }

  @Answers(takenSetupListsSchema)
  @Get()
  @Policy('procedures.write')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: setupListsQuerySchema }) query: SetupListsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<TakenSetupList>> {
    return this.#lists.list(actor, query);
  }
}

const toldList = ({ rows, ...list }: SetupList, language: Language): SetupListAnswer => ({
  ...list,
  counts: countsOf(rows),
  items: rows.map(({ faults, ...row }) => ({
    ...row,
    faults: faults.map(({ column, code, value }) => ({
      ...{ column, code, value: value ?? null },
      reason: importFaultWording[language][code],
    })),
  })),
});
