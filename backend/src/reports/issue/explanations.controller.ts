import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  explanationSchema,
  issueSchema,
  reportIssuesPath,
  type IssueAnswer,
} from '#contract/reports';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { IssueDesk } from './issue-desk.service.ts';
import { IssueReader } from './issue-reader.service.ts';

/** *Giải trình*: what a unit answers when the city has sent its report back. */
@Controller(reportIssuesPath)
export class ExplanationsController {
  readonly #desk: IssueDesk;
  readonly #reader: IssueReader;

  constructor(@Inject(IssueDesk) desk: IssueDesk, @Inject(IssueReader) reader: IssueReader) {
    this.#desk = desk;
    this.#reader = reader;
  }

  @Answers(issueSchema, { problems: ['report-not-so-far'] })
  @Post(':id/explain')
  @HttpCode(200)
  @Policy('reports.draft', IssueDesk)
  async explain(
    @Param('id', UuidPath) id: string,
    @Body({ schema: explanationSchema }) { explanation }: { readonly explanation: string },
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.explain(ask, id, explanation);
    return this.#reader.tell(ask.actor, id);
  }
}
