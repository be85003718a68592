import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Req } from '@nestjs/common';
import { type Session, mySessionsPath, sessionPageSchema } from '#contract/identity';
import type { Page } from '#contract/list';
import { AuditBook, homeOf } from '../../audit/index.ts';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { SignedInAnyhow } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { Sessions } from './sessions.service.ts';

/** Where I am signed in, and the end of it. */
@Controller()
export class SessionsController {
  readonly #sessions: Sessions;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Sessions) sessions: Sessions,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#sessions = sessions;
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  @SignedInAnyhow()
  @Answers(sessionPageSchema)
  @Get(mySessionsPath)
  @Header('cache-control', 'no-store')
  async list(@CurrentActor() actor: RequestActor): Promise<Page<Session>> {
    const items = await this.#sessions.list(actor.id, actor.sessionId);
    return { items, nextCursor: null };
  }

  /** Everywhere else: the lost telephone, the desk left open. */
  @SignedInAnyhow()
  @Answers(null)
  @Delete(mySessionsPath)
  @HttpCode(204)
  async endOthers(@CurrentActor() actor: RequestActor, @Req() request: HttpRequest): Promise<void> {
    await this.#tenancy.within({ units: [homeOf(actor)] }, async (transaction) => {
      const ended = await this.#sessions.endAll(transaction, actor.id, actor.sessionId);
      await this.#audit.write(transaction, {
        unitId: homeOf(actor),
        actor,
        act: 'session.othersEnded',
        facts: { ended },
        from: request,
      });
    });
  }

  @SignedInAnyhow()
  @Answers(null)
  @Delete(`${mySessionsPath}/:id`)
  @HttpCode(204)
  async end(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<void> {
    await this.#tenancy.within({ units: [homeOf(actor)] }, async (transaction) => {
      if (!(await this.#sessions.end(transaction, actor.id, id)))
        throw new ProblemError('not-found');
      await this.#audit.write(transaction, {
        unitId: homeOf(actor),
        actor,
        act: 'session.ended',
        subject: { type: 'session', id },
        from: request,
      });
    });
  }
}
