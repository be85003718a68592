import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  CHECKED_BYTES,
  newReportCheckSchema,
  reportCheckAnswerSchema,
  reportChecksPath,
  type NewReportCheck,
  type ReportCheckAnswer,
} from '#contract/reports';
import { reportCheckWords } from '#wording/report-check';
import { Policy } from '../../platform/auth/policy.ts';
import { headerOf, type HttpRequest } from '../../platform/http/exchange.ts';
import { TakesFile } from '../../platform/http/takes-file.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { acceptedLanguage } from '../../platform/problem/accepted-language.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { ReportReader } from '../reading/report-reader.service.ts';

const REFUSALS = [
  ...(['file-required', 'report-file-unreadable', 'body-too-large'] as const),
  'too-busy',
] as const;

function reportIn({ text, file }: NewReportCheck): Uint8Array | string {
  const report = file ?? text;
  if (report === undefined) throw new ProblemError('file-required');
  return report;
}

/** Somebody's report, held against itself. It is read, answered and forgotten. */
@Controller(reportChecksPath)
export class ReportChecksController {
  readonly #reader: ReportReader;

  constructor(@Inject(ReportReader) reader: ReportReader) {
    this.#reader = reader;
  }

  @Answers(reportCheckAnswerSchema, { problems: REFUSALS, ignoresKey: true })
  @Post()
  @HttpCode(200)
  @Policy('reports.read')
  @TakesFile(CHECKED_BYTES)
  @Header('cache-control', 'no-store')
  async check(
    @Body({ schema: newReportCheckSchema }) body: NewReportCheck,
    @Req() request: HttpRequest,
  ): Promise<ReportCheckAnswer> {
    const told = await this.#reader.check(reportIn(body));
    if ('refused' in told) throw new ProblemError(told.refused);
    const { text, findings, figures, tables } = told;
    const { findingWords } =
      reportCheckWords[acceptedLanguage(headerOf(request, 'accept-language'))];
    return {
      ...{ text, figures, tables },
      findings: findings.map(({ kind, place: { from, to }, values, expected }) => {
        const { title, why } = findingWords[kind];
        const sentence = text.slice(from, to);
        return { kind, from, to, sentence, values, expected, title, why: why(values, expected) };
      }),
    };
  }
}
