import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  SCHEDULED_REPORTS,
  draftPeriods,
  endedPeriods,
  periodOf,
  sendBy,
  type NamedPeriod,
  type ReportSchedule,
  type ScheduledReport,
} from '#domain/report';
import { instant, parseDay, plusDays, type Day, type WorkingCalendar } from '#domain/working-time';
import { wakeUnit } from '../../alerts/index.ts';
import { AuditBook } from '../../audit/index.ts';
import { OfficeBook } from '../../dossiers/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { tellPeriods } from '../issue/issue-row.ts';
import { IssueStore } from '../issue/issue-store.ts';
import { expected, type Claim } from './expected-store.ts';
import { ScheduleBook } from './schedule-book.service.ts';

const PRODUCT = { kind: 'system', id: 'report-schedule' } as const;

/** What a kind of report is drawn up by, of one unit on one morning. */
interface Turn {
  readonly unitId: number;
  readonly report: ScheduledReport;
  readonly schedule: ReportSchedule;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

interface Owed {
  readonly named: NamedPeriod;
  /** After which day the working days are counted; none where nobody awaits the report. */
  readonly after: Day | null;
}

/** Draws up what is due: it looks at what is there, so it may come late, twice, or to be cut off and begin anew. */
@Injectable()
export class ReportDrafter {
  readonly #book: ScheduleBook;
  readonly #store: IssueStore;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a draft is a row, its day, its note and who is told
  constructor(
    @Inject(ScheduleBook) book: ScheduleBook,
    @Inject(IssueStore) store: IssueStore,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#book = book;
    this.#store = store;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Everything that was over by the midnight `today` began with. */
  async keepUp(unitId: number, today: Day): Promise<number> {
    const [calendar, schedules] = await Promise.all([
      this.#offices.calendar(unitId),
      this.#book.of(unitId),
    ]);
    let drawn = 0;
    for (const report of SCHEDULED_REPORTS) {
      const turn = { unitId, report, schedule: schedules[report], calendar, today };
      drawn += await this.#tenancy.within({ units: [unitId] }, (transaction) =>
        this.#keepUpKind(transaction, turn),
      );
    }
    return drawn;
  }

  async #keepUpKind(transaction: Transaction, turn: Turn): Promise<number> {
    let drawn = 0;
    for (const owed of await this.#owed(transaction, turn)) {
      if (await this.#draw(transaction, turn, owed)) drawn += 1;
    }
    if (drawn > 0) await wakeUnit(transaction, turn.unitId, this.#now());
    return drawn;
  }

  /**
   * What has ended since somebody last looked. Of the time before the unit worked with us only the last
   * period is drawn up, if we know anything of it, and its days run from now on.
   */
  async #owed(transaction: Transaction, turn: Turn): Promise<readonly Owed[]> {
    const { unitId, report, schedule, today } = turn;
    const last = await expected.last(transaction, unitId, report);
    const after = last && parseDay(last.to);
    const newly = endedPeriods(report, today, after).map((named): Owed => {
      const isAwaited = schedule.enabled && after !== undefined;
      return { named, after: isAwaited ? periodOf(named).to : null };
    });
    if (newly.length === 0 ? last?.isAwaited === true : after !== undefined) return newly;
    return (await this.#fromBefore(transaction, turn)) ?? newly;
  }

  async #fromBefore(
    transaction: Transaction,
    { unitId, report, schedule, today }: Turn,
  ): Promise<readonly Owed[] | undefined> {
    const [latest] = endedPeriods(report, today);
    if (!schedule.enabled || latest === undefined) return undefined;
    const isKnown = await expected.hasWorked(transaction, unitId, periodOf(latest));
    return isKnown ? [{ named: latest, after: plusDays(today, -1) }] : undefined;
  }

  async #draw(transaction: Transaction, turn: Turn, { named, after }: Owed): Promise<boolean> {
    const { unitId, report, schedule, calendar } = turn;
    const at = this.#now();
    const due =
      after === null
        ? null
        : {
            at: sendBy(calendar, after, schedule.dueWorkingDays),
            countedAfter: after,
          };
    const claim: Claim = { unitId, report, period: periodOf(named), at, due };
    const isOurs = await expected.claim(transaction, claim);
    if (!isOurs || due === null) return false;
    const byHand = await expected.drawn(transaction, claim);
    const id = byHand ?? (await this.#add(transaction, claim, named));
    await expected.link(transaction, claim, id);
    return byHand === undefined;
  }

  async #add(transaction: Transaction, claim: Claim, named: NamedPeriod): Promise<string> {
    const { unitId, report, at } = claim;
    const id = randomUUID();
    const periods = tellPeriods(draftPeriods(report, named));
    await this.#store.add(transaction, {
      ...{ unitId, id, template: report, periods, text: null, at },
      by: PRODUCT,
    });
    const subject = { type: 'report', id };
    await this.#audit.write(transaction, { unitId, actor: PRODUCT, act: 'report.drawn', subject });
    return id;
  }

  #now() {
    return instant(this.#clock.officeNow());
  }
}
