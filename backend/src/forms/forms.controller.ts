import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import {
  NUMBER_HEADER,
  bookPath,
  bookRequestSchema,
  dossierForms,
  formOccasionPageSchema,
  formsPath,
  printRequestSchema,
  type BookRequest,
  type FormOccasionAnswer,
  type PrintRequest,
} from '#contract/forms';
import type { Page } from '#contract/list';
import type { DossierForm } from '#domain/dossier';
import { formatDay } from '#domain/working-time';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy, PolicyInHandler } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { BookService } from './book/book.service.ts';
import { FormDesk } from './form-desk.service.ts';

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const isForm = (text: string): text is DossierForm => dossierForms.some((form) => form === text);

/** Statutory forms: what is to be printed for a dossier, and the printing. */
@Controller()
export class FormsController {
  readonly #desk: FormDesk;
  readonly #book: BookService;

  constructor(@Inject(FormDesk) desk: FormDesk, @Inject(BookService) book: BookService) {
    this.#desk = desk;
    this.#book = book;
  }

  @Answers(formOccasionPageSchema)
  @Get(formsPath)
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  async occasions(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Page<FormOccasionAnswer>> {
    return { items: await this.#desk.occasions({ actor, request }, id), nextCursor: null };
  }

  // eslint-disable-next-line max-params -- each parameter is a decorator's
  @Answers(null, {
    mediaType: MEDIA_TYPES.pdf,
    problems: ['form-not-due', 'print-not-offered'],
    ignoresKey: true,
  })
  @Post(`${formsPath}/:form`)
  @HttpCode(200)
  @PolicyInHandler('forms.print')
  @Header('cache-control', 'no-store')
  async print(
    @Param('id', UuidPath) id: string,
    @Param('form') form: string,
    @Body({ schema: printRequestSchema }) body: PrintRequest,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    if (!isForm(form)) throw new ProblemError('not-found');
    const lookupUrl = `${request.protocol}://${request.host}/tra-cuu`;
    const order = { id, form, request: body, lookupUrl };
    const { bytes, number, year } = await this.#desk.print({ actor, request }, order);
    reply
      .type(MEDIA_TYPES[body.format])
      .header(NUMBER_HEADER, `${number}/${year}`)
      .header(
        'content-disposition',
        `attachment; filename="${form}-${number}-${year}.${body.format}"`,
      );
    return bytes;
  }

  @Answers(null, {
    mediaType: MEDIA_TYPES.xlsx,
    problems: ['book-range-inverted', 'book-too-long'],
    ignoresKey: true,
  })
  @Post(bookPath)
  @HttpCode(200)
  @Policy('forms.print')
  @Header('cache-control', 'no-store')
  async book(
    @Body({ schema: bookRequestSchema }) body: BookRequest,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    const bytes = await this.#book.make({ actor, request }, body);
    const name = `mau07-${formatDay(body.from)}-${formatDay(body.to)}.${body.format}`;
    reply
      .type(MEDIA_TYPES[body.format])
      .header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }
}
