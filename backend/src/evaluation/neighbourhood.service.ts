import { Inject, Injectable } from '@nestjs/common';
import { permissionsOf } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { dayOf, instant } from '#domain/working-time';
import { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { IssueDesk, ReportDrafter, ReportSchedules } from '../reports/index.ts';
import { evaluationAccounts } from './accounts.ts';
import { LivingMonth, type MonthPlayed } from './month/living-month.service.ts';
import { officeOf, officerIdAt, type ReportSoFar } from './neighbours.ts';
import type { FoundedNeighbour } from './stage/founding.ts';

type Step = 'submit' | 'approve' | 'issue' | 'send' | 'accept' | 'return';

/** By which acts a report comes so far. */
const WAYS: Readonly<Record<ReportSoFar, readonly Step[]>> = {
  accepted: ['submit', 'approve', 'issue', 'send', 'accept'],
  sent: ['submit', 'approve', 'issue', 'send'],
  returned: ['submit', 'approve', 'issue', 'send', 'return'],
  issued: ['submit', 'approve', 'issue'],
  draft: [],
  outside: [],
};

const BY_CITY: readonly Step[] = ['accept', 'return'];
const QUESTION = 'Đề nghị giải trình các hồ sơ còn lại cuối kỳ và gửi lại trước hạn.';
const CITY_READER = 'cityReader';

/** The other units of the trial city: a little work, and the report of the last month on its way. */
@Injectable()
export class Neighbourhood {
  readonly #month: LivingMonth;
  readonly #drafter: ReportDrafter;
  readonly #schedules: ReportSchedules;
  readonly #desk: IssueDesk;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a unit is its work, its drafts and what became of them
  constructor(
    @Inject(LivingMonth) month: LivingMonth,
    @Inject(ReportDrafter) drafter: ReportDrafter,
    @Inject(ReportSchedules) schedules: ReportSchedules,
    @Inject(IssueDesk) desk: IssueDesk,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#month = month;
    this.#drafter = drafter;
    this.#schedules = schedules;
    this.#desk = desk;
    this.#clock = clock;
  }

  async play(neighbours: readonly FoundedNeighbour[], signal: AbortSignal): Promise<MonthPlayed> {
    let [moved, refusals]: [number, readonly string[]] = [0, []];
    for (const neighbour of neighbours) {
      if (signal.aborted || neighbour.report === 'outside') continue;
      const played = await this.#month.play({
        ...{ unitId: neighbour.id, office: officeOf(neighbour), signal },
        onProgress: () => undefined,
      });
      moved += played.moved;
      refusals = [...refusals, ...played.refusals];
      await this.#report(neighbour);
    }
    return { moved, refusals };
  }

  /** Drafts the product has drawn go their way; what somebody has touched is left to them. */
  async #report(neighbour: FoundedNeighbour): Promise<void> {
    await this.#drafter.keepUp(neighbour.id, dayOf(instant(this.#clock.officeNow())));
    const director = askOf(neighbour, 'director');
    const { awaited } = await this.#schedules.tell(director.actor, { unitId: neighbour.id });
    for (const { issueId, state } of awaited) {
      if (issueId === null || state !== 'draft') continue;
      for (const step of WAYS[neighbour.report]) {
        const ask = BY_CITY.includes(step) ? askOf(neighbour, CITY_READER) : director;
        await this.#take(ask, issueId, step);
      }
    }
  }

  #take(ask: Ask, id: string, step: Step): Promise<void> {
    return step === 'return' ? this.#desk.giveBack(ask, id, QUESTION) : this.#desk[step](ask, id);
  }
}

function askOf(
  { id: unitId, code, name, level }: FoundedNeighbour,
  role: Extract<Role, 'director' | 'cityReader'>,
): Ask {
  const reader = evaluationAccounts().find(({ roles: [own] }) => own === CITY_READER)?.id;
  const id = role === CITY_READER ? (reader ?? '') : officerIdAt(code, 'lanhdao');
  const unit = {
    ...{ id: unitId, code, name, kind: 'commune' as const, level, roles: [role], departments: [] },
    ...{ standsInFor: [], permissions: permissionsOf([role]) },
  };
  const actor = new RequestActor({ kind: 'user', id, units: [unit] });
  return { actor, from: { id: 'evaluation', ip: '' } };
}
