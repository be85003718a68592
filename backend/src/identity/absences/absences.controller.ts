import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import {
  type Absence,
  type AbsencesQuery,
  type NewAbsence,
  absencePageSchema,
  absenceSchema,
  absencesPath,
  absencesQuerySchema,
  newAbsenceSchema,
} from '#contract/identity';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../../platform/idempotency/idempotency-key.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AbsenceLocator } from './absence-locator.ts';
import { Absences } from './absences.service.ts';

const REFUSALS = [
  ...['absence-period', 'absence-overlaps', 'absence-circular', 'absence-not-yours'],
  ...['substitute-is-self', 'unknown-substitute'],
] as const;

@Controller()
export class AbsencesController {
  readonly #absences: Absences;

  constructor(@Inject(Absences) absences: Absences) {
    this.#absences = absences;
  }

  @Policy('absences.read')
  @Answers(absencePageSchema)
  @Get(absencesPath)
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: absencesQuerySchema }) query: AbsencesQuery,
  ): Promise<Page<Absence>> {
    return this.#absences.list(actor, query);
  }

  /** One's own for everybody; a colleague's for whoever answers for them. */
  @Policy('absences.read')
  @Answers(absenceSchema, { problems: REFUSALS })
  @Post(absencesPath)
  add(
    @Body({ schema: newAbsenceSchema }) wanted: NewAbsence,
    @CurrentActor() actor: RequestActor,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<Absence> {
    return this.#absences.add(wanted, { actor, from, asking });
  }

  @Policy('absences.read', AbsenceLocator)
  @Answers(null, { problems: ['absence-not-yours'] })
  @Post(`${absencesPath}/:id/end`)
  @HttpCode(204)
  end(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#absences.end(id, { actor, from });
  }
}
