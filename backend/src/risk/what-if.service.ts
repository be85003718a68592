import { Inject, Injectable } from '@nestjs/common';
import type { Supposed, Supposition as Wanted } from '#contract/risk';
import { tellInstant } from '#contract/time';
import {
  formatDay,
  formatInstant,
  instant,
  parseInstant,
  type Day,
  type Instant,
} from '#domain/working-time';
import { CalendarDraftService } from '../calendars/index.ts';
import { RevisionPlanner } from '../deadlines/index.ts';
import { DossierItems } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { DeskReader } from './desk-reader.service.ts';
import { Forecaster, type Forecast } from './forecast.service.ts';
import { itemsOf, withItem } from './named-items.ts';
import { sightOf, type Sight } from './sight.ts';
import {
  backAfter,
  goesLate,
  whileAway,
  withOtherDays,
  type OtherDays,
  type Supposition,
} from './supposed-change.ts';

const MOST_SHOWN = 500;

interface Place {
  readonly actor: RequestActor;
  readonly unitId: number;
  readonly sight: Sight;
  readonly now: Instant;
}

interface Outcome {
  readonly asked: readonly Forecast[];
  readonly supposed: readonly Supposition[];
  readonly moved: number;
}

const byDue = (one: Supposition, other: Supposition): number => one.dueAfter - other.dueAfter;

/** What would become late if somebody were away, or a day were off. Nothing changes by asking. */
@Injectable()
export class WhatIf {
  readonly #forecaster: Forecaster;
  readonly #desks: DeskReader;
  readonly #items: DossierItems;
  readonly #drafts: CalendarDraftService;
  readonly #planner: RevisionPlanner;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- here expectations and calendars meet
  constructor(
    @Inject(Forecaster) forecaster: Forecaster,
    @Inject(DeskReader) desks: DeskReader,
    @Inject(DossierItems) items: DossierItems,
    @Inject(CalendarDraftService) drafts: CalendarDraftService,
    @Inject(RevisionPlanner) planner: RevisionPlanner,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#forecaster = forecaster;
    this.#desks = desks;
    this.#items = items;
    this.#drafts = drafts;
    this.#planner = planner;
    this.#clock = clock;
  }

  async ask(actor: RequestActor, wanted: Wanted): Promise<Supposed> {
    const unit = actor.choose('risk.suppose', wanted.unitId);
    const now = instant(this.#clock.officeNow());
    const place = { actor, unitId: unit.id, sight: sightOf(actor, unit), now };
    return this.#told(
      place,
      'personAway' in wanted
        ? await this.#away(place, wanted.personAway)
        : await this.#dayOff(place, wanted.dayOff.date),
    );
  }

  async #away(
    place: Place,
    { userId, until }: { readonly userId: string; readonly until: Day },
  ): Promise<Outcome> {
    const forecasts = await this.#forecasts(place, userId);
    const { calendar } = forecasts;
    if (calendar === undefined) return { asked: forecasts.found, supposed: [], moved: 0 };
    const back = backAfter(until, calendar);
    return {
      asked: forecasts.found,
      supposed: forecasts.found.flatMap((forecast) => whileAway(forecast, back, calendar)),
      moved: 0,
    };
  }

  async #dayOff(place: Place, date: Day): Promise<Outcome> {
    const { found } = await this.#forecasts(place, null);
    const days = await this.#otherDays(place, date);
    if (days === undefined) return { asked: found, supposed: [], moved: 0 };
    const supposed = found.flatMap((forecast) => withOtherDays(forecast, days));
    const moved = found.filter(({ dossier }) => days.moved.has(dossier.id)).length;
    return { asked: found, supposed, moved };
  }

  /** The calendar with the day off, and what it moves; undefined where nobody works that day anyway. */
  async #otherDays({ unitId, now }: Place, date: Day): Promise<OtherDays | undefined> {
    const change = { days: [{ date: formatDay(date), kind: 'off' as const }] };
    const draft = await this.#drafts.draft(unitId, change);
    if (!draft.ok) throw new ProblemError(draft.refusal.code, draft.refusal.facts);
    const own = draft.value.versions.filter((version) => version.unitId === unitId);
    const [drafted] = own;
    if (drafted === undefined) return undefined;
    const { moves } = await this.#planner.plan({ ...draft.value, versions: own }, now);
    const moved = moves.flatMap(({ dossierId, to }) => {
      const at = parseInstant(to);
      return at === undefined ? [] : [[dossierId, at] as const];
    });
    return { now, calendar: drafted.after, moved: new Map(moved) };
  }

  async #forecasts({ unitId, sight, now }: Place, holder: string | null) {
    const dossiers = await this.#desks.running({ unitId, sight, now, holder });
    const knowledge = await this.#forecaster.knowledge(unitId);
    if (knowledge === undefined) {
      return { found: dossiers.map((dossier) => ({ dossier, prediction: undefined })) };
    }
    const found = await this.#forecaster.of(unitId, dossiers, knowledge, now);
    return { found, calendar: knowledge.calendar };
  }

  async #told({ actor, unitId }: Place, { asked, supposed, moved }: Outcome): Promise<Supposed> {
    const late = supposed.filter(goesLate).toSorted(byDue);
    const shown = late.slice(0, MOST_SHOWN);
    const items = await itemsOf(this.#items, { actor, unitId }, shown);
    return {
      asked: asked.length,
      unproven: asked.filter(({ prediction }) => prediction === undefined).length,
      moved,
      late: late.length,
      items: shown.flatMap((each) =>
        withItem(items, each.dossier, {
          dueBefore: formatInstant(each.dueBefore),
          dueAfter: formatInstant(each.dueAfter),
          expectedBefore: tellInstant(each.expectedBefore),
          expectedAfter: tellInstant(each.expectedAfter),
        }),
      ),
    };
  }
}
