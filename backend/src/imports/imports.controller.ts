import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  IMPORT_BYTES,
  createdImportSchema,
  importErrorsQuerySchema,
  importErrorsSchema,
  importRowsPageSchema,
  importRowsQuerySchema,
  importSchema,
  importsPageSchema,
  importsPath,
  importsQuerySchema,
  newImportSchema,
  type ImportAnswer,
  type ImportError,
  type ImportErrorsQuery,
  type ImportRow,
  type ImportRowsQuery,
  type ImportsQuery,
  type NewImport,
} from '#contract/imports';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { type HttpReply, type HttpRequest, headerOf } from '../platform/http/exchange.ts';
import { TakesFile } from '../platform/http/takes-file.ts';
import { type Asking, Idempotent, keyOf } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { acceptedLanguage } from '../platform/problem/accepted-language.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { csvText } from '../platform/text/csv-text.ts';
import { errorsXlsx } from './errors-xlsx.ts';
import { errorsOf } from './import-answers.ts';
import { Imports, sha256Of } from './imports.service.ts';
import { MachineDoor } from './machine/machine-door.service.ts';

const REFUSALS = [
  ...(['file-required', 'file-empty', 'file-not-text', 'not-a-dossier-list'] as const),
  ...(['columns-missing', 'column-given-twice', 'channel-required', 'exported-in-future'] as const),
  ...(['mapping-unknown'] as const),
  ...(['file-damaged', 'file-encrypted', 'file-is-old-xls', 'file-unsafe'] as const),
  ...(['file-too-large-inside', 'body-too-large'] as const),
] as const;

/** Lists of other systems, brought in. */
@Controller(importsPath)
export class ImportsController {
  readonly #imports: Imports;
  readonly #machine: MachineDoor;

  constructor(@Inject(Imports) imports: Imports, @Inject(MachineDoor) machine: MachineDoor) {
    this.#imports = imports;
    this.#machine = machine;
  }

  @Answers(createdImportSchema, { problems: REFUSALS })
  @Post()
  @HttpCode(202)
  @Policy('imports.write')
  @TakesFile(IMPORT_BYTES)
  async take(
    @Body({ schema: newImportSchema }) body: NewImport,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<{ readonly id: string }> {
    const { file, text, ...asked } = body;
    const bytes = file ?? (text === undefined ? undefined : Buffer.from(text));
    if (bytes === undefined) throw new ProblemError('file-required');
    const { method, url, headers } = request;
    const said = { ...asked, sha256: sha256Of(bytes).toString('hex') };
    const asking = keyOf(actor, { method, url, headers, body: said });
    const door = actor.kind === 'key' ? this.#machine : this.#imports;
    return { id: await door.take(body, bytes, { actor, from: request, asking }) };
  }

  @Answers(importsPageSchema)
  @Get()
  @Policy('imports.read')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: importsQuerySchema }) query: ImportsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<ImportAnswer>> {
    return this.#imports.list(actor, query);
  }

  @Answers(importSchema)
  @Get(':id')
  @Policy('imports.read', Imports)
  @Header('cache-control', 'no-store')
  show(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<ImportAnswer> {
    return this.#imports.get(actor, id);
  }

  @Answers(importRowsPageSchema)
  @Get(':id/rows')
  @Policy('imports.read', Imports)
  @Header('cache-control', 'no-store')
  rows(
    @Param('id', UuidPath) id: string,
    @Query({ schema: importRowsQuerySchema }) query: ImportRowsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<ImportRow>> {
    return this.#imports.rows(actor, id, query);
  }

  // eslint-disable-next-line max-params -- a table is another answer, in a language
  @Answers(importErrorsSchema)
  @Get(':id/errors')
  @Policy('imports.read', Imports)
  @Header('cache-control', 'no-store')
  async errors(
    @Param('id', UuidPath) id: string,
    @Query({ schema: importErrorsQuerySchema }) { format }: ImportErrorsQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<{ readonly items: readonly ImportError[] } | string | Buffer> {
    const language = acceptedLanguage(headerOf(request, 'accept-language'));
    const { kept, wrong } = await this.#imports.wrong(actor, id);
    if (format === 'xlsx') {
      reply.type(XLSX).header('content-disposition', `attachment; filename="errors-${id}.xlsx"`);
      return errorsXlsx(wrong, kept, language);
    }
    const items = wrong.flatMap(({ row, seesPersons }) => errorsOf(row, seesPersons, language));
    if (format === 'json') return { items };
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="errors-${id}.csv"`);
    return csvText([HEADER, ...items.map((item) => HEADER.map((name) => item[name]))]);
  }

  @Answers(importSchema, { problems: ['import-not-checked'] })
  @Post(':id/commit')
  @HttpCode(202)
  @Policy('imports.write', Imports)
  commit(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
    @Idempotent() asking: Asking | undefined,
  ): Promise<ImportAnswer> {
    return this.#imports.commit({ actor, from, asking }, id);
  }

  @Answers(importSchema, { problems: ['import-not-running'] })
  @Post(':id/cancel')
  @HttpCode(200)
  @Policy('imports.write', Imports)
  cancel(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
    @Idempotent() asking: Asking | undefined,
  ): Promise<ImportAnswer> {
    return this.#imports.cancel({ actor, from, asking }, id);
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEADER = [
  'row',
  'column',
  'value',
  'code',
  'reason',
] as const satisfies readonly (keyof ImportError)[];
