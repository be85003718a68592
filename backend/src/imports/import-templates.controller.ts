import { Controller, Get, Query, Res } from '@nestjs/common';
import {
  importTemplateQuerySchema,
  importTemplatesPath,
  type ImportTemplateQuery,
} from '#contract/imports';
import { SignedIn } from '../platform/auth/policy.ts';
import type { HttpReply } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { templateCsv, templateXlsx } from './template-files.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files to fill in: the same for everybody, with nobody's data in them. */
@Controller()
export class ImportTemplatesController {
  @Answers(null, { mediaType: XLSX })
  @Get(importTemplatesPath)
  @SignedIn()
  template(
    @Query({ schema: importTemplateQuerySchema }) { profile, format }: ImportTemplateQuery,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> | string {
    const name = `attachment; filename="${profile}.${format}"`;
    reply.header('content-disposition', name);
    if (format === 'xlsx') {
      reply.type(XLSX);
      return templateXlsx(profile);
    }
    reply.type('text/csv; charset=utf-8');
    return templateCsv(profile);
  }
}
