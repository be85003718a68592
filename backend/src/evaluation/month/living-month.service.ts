import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  instant,
  isWorkingDay,
  plusDays,
  startOf,
  type Day,
  type Instant,
} from '#domain/working-time';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { DayKeeper } from './day-keeper.service.ts';
import { PLAYING_HOURS } from './hours.ts';
import { LiveSources } from './live-sources.service.ts';
import { MONTH_DAYS, type PlannedOffice } from './plan.ts';

export interface MonthAsked {
  readonly unitId: number;
  readonly office?: PlannedOffice | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

export interface MonthPlayed {
  readonly moved: number;
  readonly refusals: readonly string[];
}

/** Further back nobody looks for a dossier that might still go on. */
const LONGEST_DAYS = 400;

/** While the database keeps one day, another is played. */
const AT_ONCE = 2;

const OLDEST = `select min(coalesce(submitted_at, received_at)) as at from dossier
  where unit_id = $1 and finished_at = 'infinity'`;

/**
 * A month of a commune's work, played on to now. Days are kept one by one, each whole: what is stopped in the
 * middle goes on where it was, and what is there is not made again.
 */
@Injectable()
export class LivingMonth {
  readonly #tenancy: Tenancy;
  readonly #days: DayKeeper;
  readonly #sources: LiveSources;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DayKeeper) days: DayKeeper,
    @Inject(LiveSources) sources: LiveSources,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#days = days;
    this.#sources = sources;
    this.#clock = clock;
  }

  async play({ unitId, office, signal, onProgress }: MonthAsked): Promise<MonthPlayed> {
    const now = instant(this.#clock.officeNow());
    const first = plusDays(dayOf(now), -MONTH_DAYS);
    // The newest first: a visitor looks at today.
    const days = (await this.#daysUntil(unitId, now)).toReversed();
    const refusals: string[] = [];
    let moved = 0;
    for (let done = 0; done < days.length && !signal.aborted; done += AT_ONCE) {
      const few = days.slice(done, done + AT_ONCE);
      const kept = await Promise.all(
        few.map((day) => this.#days.keep({ unitId, office, day, now, opens: day >= first })),
      );
      moved += kept.reduce((sum, each) => sum + each.moved, 0);
      refusals.push(...kept.flatMap((each) => each.refusals));
      onProgress(Math.min((done + AT_ONCE) / days.length, 1));
    }
    await this.#sources.ask(unitId);
    return { moved, refusals };
  }

  /** The days of the month, and those before it from which something may still be open. */
  async #daysUntil(unitId: number, now: Instant): Promise<readonly Day[]> {
    const today = dayOf(now);
    const [row] = await this.#tenancy.ask<{ readonly at: number | null }>(
      { units: [unitId] },
      OLDEST,
      [unitId],
    );
    const oldest = dayOf(instant(row?.at ?? startOf(today)));
    const from = Math.max(Math.min(oldest, today - MONTH_DAYS), today - LONGEST_DAYS);
    return Array.from({ length: today - from + 1 }, (_, index) =>
      plusDays(today, index + from - today),
    ).filter((day) => isWorkingDay(PLAYING_HOURS, day));
  }
}
