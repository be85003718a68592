import { Body, Controller, Get, Header, Inject, Param, Put, Req, Res } from '@nestjs/common';
import {
  humanPassageSchema,
  newHeadingSchema,
  newPassageSchema,
  reportHeadingSchema,
  reportIssuesPath,
  reportTextSchema,
  type HumanPassage,
  type NewHeading,
  type NewPassage,
  type ReportHeading,
  type ReportText,
} from '#contract/reports';
import { VERSION_HEADER } from '#contract/dossiers';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import { readHeader } from '../../platform/http/request-headers.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { IssueDesk } from '../issue/issue-desk.service.ts';
import { TextDesk, type Expected } from './text-desk.service.ts';

const EDIT = { versioned: true, problems: ['report-not-so-far'] as const };

const expectedIn = (request: HttpRequest): Expected => {
  const version = readHeader(request, VERSION_HEADER);
  return version === undefined ? undefined : Number(version);
};

const tagged = <Answer extends { readonly version: number }>(
  reply: HttpReply,
  answer: Answer,
): Answer => {
  reply.header('etag', `"${String(answer.version)}"`);
  return answer;
};

/** The words of a report, its passages and the head of its paper. */
@Controller(reportIssuesPath)
export class TextController {
  readonly #desk: TextDesk;

  constructor(@Inject(TextDesk) desk: TextDesk) {
    this.#desk = desk;
  }

  @Answers(reportTextSchema, { problems: ['too-busy'] })
  @Get(':id/text')
  @Policy('reports.read', IssueDesk)
  @Header('cache-control', 'no-store')
  read(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<ReportText> {
    return this.#desk.read(actor, id);
  }

  // eslint-disable-next-line max-params -- a version comes in a header and leaves in one
  @Answers(humanPassageSchema, { ...EDIT, problems: [...EDIT.problems, 'report-passage-unknown'] })
  @Put(':id/passages/:key')
  @Policy('reports.draft', IssueDesk)
  async write(
    @Param('id', UuidPath) id: string,
    @Param('key') key: string,
    @Body({ schema: newPassageSchema }) passage: NewPassage,
    @AskedBy() ask: Ask,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<HumanPassage> {
    const expected = expectedIn(request);
    return tagged(reply, await this.#desk.write(ask, { id, key }, { passage, expected }));
  }

  // eslint-disable-next-line max-params -- a version comes in a header and leaves in one
  @Answers(reportHeadingSchema, EDIT)
  @Put(':id/heading')
  @Policy('reports.draft', IssueDesk)
  async setHeading(
    @Param('id', UuidPath) id: string,
    @Body({ schema: newHeadingSchema }) heading: NewHeading,
    @AskedBy() ask: Ask,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReportHeading> {
    const expected = expectedIn(request);
    return tagged(reply, await this.#desk.setHeading(ask, id, { heading, expected }));
  }
}
