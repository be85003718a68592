import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import {
  formEditionListSchema,
  formEditionPath,
  formEditionPreviewPath,
  formEditionSchema,
  formEditionsPath,
  formEditionsQuerySchema,
  previewFormEditionSchema,
  setFormEditionSchema,
  type FormEditionAnswer,
  type FormEditionsQuery,
  type PreviewFormEdition,
  type SetFormEdition,
} from '#contract/forms';
import { formSheets, type FormSheet } from '#domain/form';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { FormEditions } from './form-editions.service.ts';

const UNKNOWN = ['form-piece-unknown', 'form-fact-unknown', 'unit-required'] as const;

const sheetOf = (text: string): FormSheet => {
  const sheet = formSheets.find((each) => each === text);
  if (sheet === undefined) throw new ProblemError('not-found');
  return sheet;
};

/** How a unit words the statutory forms. */
@Controller()
export class FormEditionsController {
  readonly #editions: FormEditions;

  constructor(@Inject(FormEditions) editions: FormEditions) {
    this.#editions = editions;
  }

  @Policy('formEditions.write')
  @Answers(formEditionListSchema, { problems: ['unit-required'] })
  @Get(formEditionsPath)
  @Header('cache-control', 'no-store')
  async list(
    @Query({ schema: formEditionsQuerySchema }) { unitId }: FormEditionsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<{ readonly items: readonly FormEditionAnswer[] }> {
    return { items: await this.#editions.list(actor, unitId) };
  }

  @Policy('formEditions.write')
  @Answers(formEditionSchema, {
    problems: [...UNKNOWN, 'form-piece-mandatory', 'form-fact-missing', 'version-stale'],
  })
  @Put(formEditionPath)
  set(
    @Param('sheet') sheet: string,
    @Body({ schema: setFormEditionSchema }) wanted: SetFormEdition,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<FormEditionAnswer> {
    return this.#editions.set(sheetOf(sheet), wanted, { actor, from });
  }

  @Policy('formEditions.write')
  @Answers(null, { mediaType: 'application/pdf', problems: UNKNOWN, ignoresKey: true })
  @Post(formEditionPreviewPath)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('content-type', 'application/pdf')
  preview(
    @Param('sheet') sheet: string,
    @Body({ schema: previewFormEditionSchema }) wanted: PreviewFormEdition,
    @CurrentActor() actor: RequestActor,
  ): Promise<Buffer> {
    return this.#editions.preview(actor, sheetOf(sheet), wanted);
  }
}
