import type { Counts, DossierAnswer, DossierItem, EventAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { Projection } from '../../backend/src/dossiers/store/projection.service.ts';
import { DeadlinesModule } from '../../backend/src/deadlines/deadlines.module.ts';
import { Tenancy } from '../../backend/src/platform/database/tenancy.ts';
import { ProceduresModule } from '../../backend/src/procedures/index.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp, aReceipt, type Answer } from '../support/dossiers-app.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Body, Sent, UnitSettings } from './naive-dossier.ts';

const OFFSET = 7 * 3_600_000;
const NONE = 'none';

/** A moment as the API writes it. */
export const iso = (at: number | null): string | null =>
  at === null ? null : `${new Date(at + OFFSET).toISOString().slice(0, 19)}+07:00`;

/** The same body with its moments written out. */
const written = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      typeof inner === 'number' && /At$|By$/.test(name) ? iso(inner) : written(inner),
    ]),
  );
};

type Told = Partial<DossierAnswer> & {
  readonly code?: string;
  readonly allowed?: readonly string[];
  readonly approvalId?: string;
};

/** The product over HTTP, on its own database, with one city and a commune for each simulation. */
export class Stage {
  readonly #app: DossiersApp;
  readonly #city: number;
  #units = 0;
  #keys = 0;

  private constructor(app: DossiersApp, city: number) {
    this.#app = app;
    this.#city = city;
  }

  static async open(): Promise<Stage> {
    const app = await DossiersApp.open('2026-01-05T08:00:00+07:00', [
      ProceduresModule,
      DeadlinesModule,
    ]);
    const city = await aUnitRow(app.database, 'H24');
    await app.database.asRoot(`update unit set kind = 'city', level = null where id = $1`, [city]);
    for (const { unknown, ...procedure } of CATALOGUE) {
      if (unknown === true) continue;
      const body = {
        ...procedure,
        name: procedure.code,
        effectiveFrom: '2025-01-01',
        unitId: city,
      };
      const { status } = await app.ask(`admin@${city}`, 'POST /api/v1/procedures', { body });
      if (status !== 201) throw new Error(`Procedure ${procedure.code}: ${status}`);
    }
    return new Stage(app, city);
  }

  close(): Promise<void> {
    return this.#app.close();
  }

  get now(): number {
    return this.#app.clock.officeNow();
  }
  advance(by: number): void {
    this.#app.clock.advance(by);
  }

  async newUnit(settings: UnitSettings): Promise<number> {
    this.#units += 1;
    const unit = await aUnitRow(this.#app.database, `H24.${this.#units}`, this.#city);
    const level = settings.needsApproval ? 'director' : NONE;
    const changes = {
      ...{ restartAt: settings.restartAt, maxExtensions: settings.maxExtensions },
      mode: settings.runningHours ? 'runningHours' : 'wholeDays',
      backdatedAfter: settings.backdating ? 'endOfWorkingDay' : 'never',
      approvals: { mau02: NONE, mau03: level, mau04: level, mau05: level, hold: 'head' },
      sources: settings.sources,
    };
    const [row] = await this.#app.database.asRoot(
      `with changed as (update unit set settings = settings || $2::jsonb where id = $1)
       insert into department (unit_id, code, name) values ($1, 'tu-phap', 'Tư pháp') returning code`,
      [unit, JSON.stringify(changes)],
    );
    if (row === undefined) throw new Error('No department');
    return unit;
  }

  birth(unit: number, body: Body): Promise<Answer<Told>> {
    return this.#app.ask<Told>(`director@${unit}`, 'POST /api/v1/dossiers', {
      body: aReceipt(written(body) as object),
    });
  }

  /** Sends it, twice where asked: the second answer comes beside the first. */
  async send(
    place: { readonly unit: number; readonly id: string; readonly version: number },
    sent: Sent,
    twice: boolean,
  ): Promise<{ readonly answer: Answer<Told>; readonly again?: Answer<Told> }> {
    const { unit, id, version } = place;
    this.#keys += 1;
    const seen = sent.ifMatch === 'stale' ? version + 7 : version;
    const headers = {
      ...(sent.ifMatch !== 'missing' && { 'if-match': `"${seen}"` }),
      ...(twice && { 'idempotency-key': `simulated-${this.#keys}` }),
    };
    const as = `${sent.as}@${sent.wrong === 'foreign' ? this.#city : unit}`;
    const route = `POST /api/v1/dossiers/${id}/${sent.command}`;
    const asked = { body: written(sent.body), headers };
    const answer = await this.#app.ask<Told>(as, route, asked);
    return twice ? { answer, again: await this.#app.ask<Told>(as, route, asked) } : { answer };
  }

  approve(unit: number, approvalId: string): Promise<Answer<Told>> {
    const route = `POST /api/v1/approvals/${approvalId}/approve`;
    return this.#app.ask<Told>(`director@${unit}`, route, { body: {} });
  }

  /** Another day in the unit's calendar, previewed and applied. */
  async changeCalendar(unit: number, day: object): Promise<void> {
    const admin = `admin@${unit}`;
    const preview = await this.#app.ask<{ previewId: string }>(
      ...([admin, 'POST /api/v1/calendars/preview', { body: { days: [day] } }] as const),
    );
    const { previewId } = preview.body;
    const applied = await this.#app.ask(admin, 'POST /api/v1/calendars/apply', {
      body: { previewId },
    });
    if (applied.status !== 200) throw new Error(`Calendar: ${JSON.stringify(applied.body)}`);
  }

  async look<Body>(unit: number, path: string): Promise<Body> {
    const { status, body } = await this.#app.ask<Body>(
      `director@${unit}`,
      `GET /api/v1/dossiers${path}`,
    );
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  }

  async events(unit: number, id: string): Promise<readonly EventAnswer[]> {
    return (await this.look<Page<EventAnswer>>(unit, `/${id}/events?limit=500`)).items;
  }
  list(unit: number, query: string): Promise<Page<DossierItem>> {
    return this.look(unit, `?${query}`);
  }
  counts(unit: number): Promise<Counts> {
    return this.look(unit, '/counts');
  }

  /** Where the rows are not what the events tell, and events that could not have been. */
  async examine(unit: number, ids: readonly string[]) {
    const found = await new Projection(this.#app.get(Tenancy)).examine(unit, ids);
    return { differences: found.differences, unlawful: found.unlawful };
  }
}
