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
  feeBookQuerySchema,
  feeBookSchema,
  feeClosingSchema,
  feeDossierPageSchema,
  feeDossiersQuerySchema,
  feeExportSchema,
  feePaymentPageSchema,
  feePaymentsQuerySchema,
  feeSummaryQuerySchema,
  feeSummarySchema,
  feesPath,
  newFeeClosingSchema,
  type FeeBook,
  type FeeBookQuery,
  type FeeClosing,
  type FeeDossier,
  type FeeDossiersQuery,
  type FeeExport,
  type FeePayment,
  type FeePaymentsQuery,
  type FeeSummary,
  type FeeSummaryQuery,
  type NewFeeClosing,
} from '#contract/fees';
import type { Page } from '#contract/list';
import { feeProblemCodes } from '#contract/problem';
import { formatDay } from '#domain/working-time';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { FeeBooks } from './fee-book.service.ts';
import { FeeClosings } from './fee-closing.service.ts';
import { FeeExports } from './fee-export.service.ts';
import { FeeLists } from './fee-lists.service.ts';
import { FeeSummaries } from './fee-summary.service.ts';

const RANGE = ['book-range-inverted', 'book-too-long'] as const;

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What citizens owe and pay. Money is taken by a dossier's own commands; here it is listed, counted, closed. */
@Controller(feesPath)
export class FeesController {
  readonly #lists: FeeLists;
  readonly #summaries: FeeSummaries;
  readonly #books: FeeBooks;
  readonly #closings: FeeClosings;
  readonly #exports: FeeExports;

  // eslint-disable-next-line max-params -- one controller for the room, a service for each question
  constructor(
    @Inject(FeeLists) lists: FeeLists,
    @Inject(FeeSummaries) summaries: FeeSummaries,
    @Inject(FeeBooks) books: FeeBooks,
    @Inject(FeeClosings) closings: FeeClosings,
    @Inject(FeeExports) exports: FeeExports,
  ) {
    this.#lists = lists;
    this.#summaries = summaries;
    this.#books = books;
    this.#closings = closings;
    this.#exports = exports;
  }

  @Answers(feePaymentPageSchema, { problems: RANGE })
  @Get('payments')
  @Policy('fees.read')
  @Header('cache-control', 'no-store')
  payments(
    @Query({ schema: feePaymentsQuerySchema }) query: FeePaymentsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<FeePayment>> {
    return this.#lists.payments(actor, query);
  }

  @Answers(feeDossierPageSchema)
  @Get('dossiers')
  @Policy('fees.read')
  @Header('cache-control', 'no-store')
  dossiers(
    @Query({ schema: feeDossiersQuerySchema }) query: FeeDossiersQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<FeeDossier>> {
    return this.#lists.dossiers(actor, query);
  }

  @Answers(feeSummarySchema, { problems: RANGE })
  @Get('summary')
  @Policy('fees.read')
  summary(
    @Query({ schema: feeSummaryQuerySchema }) query: FeeSummaryQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<FeeSummary> {
    return this.#summaries.of(actor, query);
  }

  @Answers(feeBookSchema, { problems: ['fee-day-ahead'] })
  @Get('book')
  @Policy('fees.read')
  @Header('cache-control', 'no-store')
  book(
    @Query({ schema: feeBookQuerySchema }) query: FeeBookQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<FeeBook> {
    return this.#books.of(actor, query);
  }

  @Answers(feeClosingSchema, { problems: [...feeProblemCodes, 'amount-not-whole'] })
  @Post('closings')
  @Policy('fees.close')
  close(
    @Body({ schema: newFeeClosingSchema }) wanted: NewFeeClosing,
    @CurrentActor() actor: RequestActor,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<FeeClosing> {
    return this.#closings.close(wanted, { actor, from, asking });
  }

  @Answers(null, { mediaType: MEDIA_TYPES.xlsx, problems: RANGE, ignoresKey: true })
  @Post('exports')
  @HttpCode(200)
  @Policy('fees.read')
  @Header('cache-control', 'no-store')
  async export(
    @Body({ schema: feeExportSchema }) body: FeeExport,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    const bytes = await this.#exports.make({ actor, request }, body);
    const name = `thu-phi-${formatDay(body.from)}-${formatDay(body.to)}.${body.format}`;
    reply
      .type(MEDIA_TYPES[body.format])
      .header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }
}
