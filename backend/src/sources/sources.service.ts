import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_ALERT_SETTINGS, alertRulesOf } from '#contract/alerts';
import type { SetSources, Source, Sources } from '#contract/sources';
import { sourceNameIn, type UnitSettings } from '#contract/units';
import { staleFrom } from '#domain/alert';
import { formatInstant, instant, type Instant, type WorkingCalendar } from '#domain/working-time';
import { OfficeBook } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { Units, sourceChanges } from '../units/index.ts';

interface KnownSource {
  readonly code: string;
  readonly asOf: number | null;
  readonly dossiers: number;
  readonly following: number;
  readonly declared: number;
}

const NOTHING = { asOf: null, dossiers: 0, following: 0, declared: 0 };

// Also of which somebody has said what its lists mean, and none was brought yet.
const KNOWN = `with told as (
    select source, count(*)::int as dossiers, max(as_of) as at
    from source_record where unit_id = $1 group by source
  ), open as (
    select source, count(*)::int as following, count(declared_due_at)::int as declared
    from dossier where unit_id = $1 and source is not null and finished_at = 'infinity' group by source
  ), named as (
    select source from told union select source from open
    union select source from import_mapping where unit_id = $1
  )
  select named.source as code, told.at as "asOf", coalesce(told.dossiers, 0) as dossiers,
    coalesce(open.following, 0) as following, coalesce(open.declared, 0) as declared
  from named left join told using (source) left join open using (source) order by named.source`;

// What the city calls them is part of what is looked at.
const VERSION = `select unit.sources_version + coalesce(city.sources_version, 0) as version
  from unit left join unit as city on city.id = unit.parent_id where unit.id = $1`;

/** The systems a unit's dossiers come from: whom it asks first, and how old their word is. */
@Injectable()
export class SourcesService {
  readonly #units: Units;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;

  constructor(
    @Inject(Units) units: Units,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#units = units;
    this.#offices = offices;
    this.#tenancy = tenancy;
  }

  async get(actor: RequestActor, unitId: number | undefined): Promise<Sources> {
    return this.#tell(actor.choose('sources.read', unitId).id);
  }

  async set(wanted: SetSources, ask: Ask): Promise<Sources> {
    const unitId = ask.actor.choose('sources.write', wanted.unitId).id;
    await this.#units.changeBy(unitId, ask, {
      when: async (transaction) => {
        const version = await versionIn(transaction, unitId);
        if (version !== wanted.version) throw new ProblemError('version-stale', { version });
      },
      changes: (before) => ({ settings: sourceChanges(before, wanted) }),
    });
    return this.#tell(unitId);
  }

  async #tell(unitId: number): Promise<Sources> {
    // Before the rest: an older version with newer words is refused once too often, never once too few.
    const version = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      versionIn(transaction, unitId),
    );
    const [{ settings }, calendar, rows] = await Promise.all([
      this.#units.get(unitId),
      this.#offices.calendar(unitId),
      this.#tenancy.ask<KnownSource>({ units: [unitId] }, KNOWN, [unitId]),
    ]);
    const known = new Map(rows.map((row) => [row.code, row]));
    const codes = new Set([...settings.sources, settings.citySource, ...known.keys()]);
    const now = this.#offices.now();
    const items = [...codes].map((code) =>
      sourceAnswer({ ...NOTHING, ...known.get(code), code }, { settings, calendar, now }),
    );
    return { unitId, version, staleAfter: settings.staleAfter, items };
  }
}

async function versionIn(transaction: Pick<Transaction, 'query'>, unitId: number): Promise<number> {
  const [row] = await transaction.query<{ readonly version: number }>(VERSION, [unitId]);
  if (row === undefined) throw new ProblemError('not-found');
  return row.version;
}

interface Around {
  readonly settings: UnitSettings;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

function sourceAnswer(
  { code, asOf, ...counts }: KnownSource,
  { settings, calendar, now }: Around,
): Source {
  const place = settings.sources.indexOf(code);
  const rules = alertRulesOf(DEFAULT_ALERT_SETTINGS, settings.staleAfter);
  const staleAt = asOf === null ? null : staleFrom(instant(asOf), rules, calendar);
  const page = new Map(Object.entries(settings.sourcePages)).get(code);
  return {
    ...{ code, name: sourceNameIn(settings, code), page: page ?? null, ...counts },
    ...{ rank: place < 0 ? null : place + 1, isCity: code === settings.citySource },
    asOf: asOf === null ? null : formatInstant(instant(asOf)),
    staleAt: staleAt === null ? null : formatInstant(staleAt),
    // Nobody waits for a source that no open dossier follows.
    stale: staleAt !== null && staleAt <= now && counts.following > 0,
  };
}
