import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  IMPORT_BYTES,
  newSetupListSchema,
  setupListErrorsPath,
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
import { SETUP_COLUMNS, type RowFault } from '#domain/import';
import { importFaultWording, type Language } from '#wording';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { type HttpReply, type HttpRequest, headerOf } from '../../platform/http/exchange.ts';
import { TakesFile } from '../../platform/http/takes-file.ts';
import { keyOf } from '../../platform/idempotency/idempotency-key.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { acceptedLanguage } from '../../platform/problem/accepted-language.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { mendingXlsx } from '../mending-xlsx.ts';
import { countsOf } from './setup-list-row.ts';
import { SetupLists, type SetupList } from './setup-lists.service.ts';

const REFUSALS = [
  ...(['file-required', 'file-empty', 'file-not-text', 'not-a-setup-list'] as const),
  ...(['column-given-twice', 'file-damaged', 'file-encrypted', 'file-is-old-xls'] as const),
  ...(['file-unsafe', 'file-too-large-inside', 'body-too-large'] as const),
] as const;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What an office sets for itself, brought in as a file. Whoever brings people looks after people, too. */
@Controller()
export class SetupListsController {
  readonly #lists: SetupLists;

  constructor(@Inject(SetupLists) lists: SetupLists) {
    this.#lists = lists;
  }

  @Answers(setupListSchema, { problems: REFUSALS })
  @Post(setupListsPath)
  @HttpCode(200)
  @Policy('procedures.write')
  @TakesFile(IMPORT_BYTES)
  @Header('cache-control', 'no-store')
  async take(
    @Body({ schema: newSetupListSchema }) body: NewSetupList,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<SetupListAnswer> {
    const { method, url, headers } = from;
    const asking = keyOf(actor, { method, url, headers, body });
    const list = await this.#lists.take(body, givenIn(body), { actor, from, asking });
    return toldList(list, acceptedLanguage(headerOf(from, 'accept-language')));
  }

  @Answers(null, { mediaType: XLSX, problems: REFUSALS, ignoresKey: true })
  @Post(setupListErrorsPath)
  @HttpCode(200)
  @Policy('procedures.write')
  @TakesFile(IMPORT_BYTES)
  @Header('cache-control', 'no-store')
  async errors(
    @Body({ schema: newSetupListSchema }) body: NewSetupList,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    const language = acceptedLanguage(headerOf(from, 'accept-language'));
    const wrong = await this.#lists.wrong(body, givenIn(body), { actor, from });
    const rows = wrong.map(({ cells, faults }) => ({
      cells,
      faults: toldFaults(faults, language),
    }));
    const bytes = await mendingXlsx(SETUP_COLUMNS[body.profile], rows, language);
    reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="can-sua-${body.profile}.xlsx"`);
    return bytes;
  }

  @Answers(takenSetupListsSchema)
  @Get(setupListsPath)
  @Policy('procedures.write')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: setupListsQuerySchema }) query: SetupListsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<TakenSetupList>> {
    return this.#lists.list(actor, query);
  }
}

function givenIn({ file, text }: NewSetupList): Uint8Array | string {
  const given = file ?? text;
  if (given === undefined) throw new ProblemError('file-required');
  return given;
}

const toldFaults = (faults: readonly RowFault[], language: Language) =>
  faults.map(({ column, code, value }) => ({
    ...{ column, code, value: value ?? null },
    reason: importFaultWording[language][code],
  }));

const toldList = ({ rows, ...list }: SetupList, language: Language): SetupListAnswer => ({
  ...list,
  counts: countsOf(rows),
  items: rows.map(({ faults, ...row }) => ({ ...row, faults: toldFaults(faults, language) })),
});
