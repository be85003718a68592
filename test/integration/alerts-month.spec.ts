import { afterEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CreatedDossier } from '#contract/dossiers';
import { DeadlinesModule } from '../../backend/src/deadlines/index.ts';
import { AlertsDesk } from '../support/alerts-desk.ts';
import { idOf } from '../support/dossiers-app.ts';
import { NaiveAlerts } from '../support/naive-alerts.ts';
import { TICKS_A_DAY } from '../support/naive-time.ts';
import {
  LEADERS,
  MONTH_DAYS,
  OFFICERS,
  naiveOffice,
  randomMonths,
  roleOf,
  type Deed,
  type RandomMonth,
  type RandomOffice,
} from '../support/random-month.ts';

const MONTHS = 2;
const DOSSIERS = 6;
const TICK_MS = 5 * 60_000;
const FIRST = Date.parse('2026-03-02T00:00:00+07:00');
const END = MONTH_DAYS * TICKS_A_DAY;

/** What the oracle speaks of; supplements that arrive have their own tests. */
const KINDS = [
  ...['dossier.new', 'dossier.notForwarded', 'dossier.near', 'dossier.dueToday'],
  ...['dossier.overdue', 'result.uncollected', 'apology.missing'],
  ...['digitisation.missing', 'eResult.missing', 'archive.missing'],
];

const ROWS = `select kind || '|' || threshold || '|' || revision || '|' || recipient as row,
    (extract(epoch from raised_at) * 1000)::float8 as at
  from alert where dossier_id = $1 and kind = any ($2) order by 1`;

const OVERDUE = `select id, user_id as "userId" from alert where dossier_id = $1 and user_id is not null
  and kind = 'dossier.overdue' and status = 'open' and raised_at < $2`;

const ABSENT = `insert into absence (unit_id, id, user_id, substitute_id, from_at, until_at, set_by)
  values ($1, gen_random_uuid(), $2, $3, $4, $5, 'test')`;

const moment = (tick: number): string => new Date(FIRST + tick * TICK_MS).toISOString();
const local = (tick: number): string =>
  new Date(FIRST + tick * TICK_MS + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const dateOf = (day: number): string => local(day * TICKS_A_DAY).slice(0, 10);

/** An office with the days, people and rules of a random month, through which its dossiers go. */
class Month {
  readonly #desk: AlertsDesk;
  readonly #dossiers = new Map<number, Pick<CreatedDossier, 'id' | 'version'>>();

  private constructor(desk: AlertsDesk) {
    this.#desk = desk;
  }

  static async open({ office }: RandomMonth): Promise<Month> {
    const desk = await AlertsDesk.open('2026-03-02T00:00:00+07:00', {}, [DeadlinesModule]);
    const month = new Month(desk);
    for (const role of Object.values(OFFICERS)) await desk.colleague(role, 'tu-phap');
    await desk.colleague(LEADERS.head, 'tu-phap');
    await desk.colleague(LEADERS.director);
    await desk.colleague(LEADERS.viceChair);
    await month.#setDays(office);
    await month.#setAbsences(office);
    await month.#ask('director', 'PUT /api/v1/alert-rules', office.settings);
    return month;
  }

  close(): Promise<void> {
    return this.#desk.close();
  }

  async live({ dossiers, sweeps }: RandomMonth): Promise<void> {
    const deeds = dossiers.flatMap(({ deeds: own }, number) =>
      own.map(({ at, deed }) => ({ at, go: () => this.#do(number, deed, at) })),
    );
    const looks = [...sweeps, END - 1].map((at) => ({ at, go: () => this.#desk.sweep() }));
    for (const { at, go } of [...deeds, ...looks].toSorted((one, other) => one.at - other.at)) {
      this.#desk.moveTo(local(at));
      await go();
    }
  }

  async rows(number: number): Promise<readonly (readonly [string, number])[]> {
    const id = this.#dossiers.get(number)?.id;
    const told = await this.#desk.app.database.asRoot<{ row: string; at: number }>(ROWS, [
      ...[id, KINDS],
    ]);
    return told.map(({ row, at }) => [row, (at - FIRST) / TICK_MS]);
  }

  async #do(number: number, deed: Deed, at: number): Promise<void> {
    if (deed.act === 'receive') {
      const declaredDueAt = moment(deed.due);
      const received = await this.#desk.app.received(this.#desk.as('reception'), { declaredDueAt });
      this.#dossiers.set(number, received);
      return;
    }
    const dossier = this.#dossiers.get(number);
    if (dossier === undefined) throw new Error('It was not received');
    if (deed.act === 'acknowledge') {
      await this.#acknowledge(dossier.id, at);
      return;
    }
    const [command, body] = commandOf(deed);
    const director = this.#desk.as('director');
    this.#dossiers.set(number, await this.#desk.app.done(director, dossier, command, body));
  }

  async #acknowledge(id: string, at: number): Promise<void> {
    await this.#desk.sweep();
    const told = await this.#desk.app.database.asRoot<{ id: string; userId: string }>(OVERDUE, [
      ...[id, moment(at)],
    ]);
    for (const { id: alert, userId } of told) {
      const role = everybody.find((each) => idOf(each) === userId) ?? '';
      await this.#ask(role, `POST /api/v1/alerts/${alert}/acknowledge`, {});
    }
  }

  async #setDays({ off, worked }: RandomOffice): Promise<void> {
    const days = [
      ...off.map((day) => ({ date: dateOf(day), kind: 'off', name: 'Nghỉ' })),
      ...worked.map((day) => ({ date: dateOf(day), kind: 'worked', name: 'Làm bù' })),
    ];
    if (days.length === 0) return;
    const { previewId } = await this.#ask<{ previewId: string }>(
      ...(['admin', 'POST /api/v1/calendars/preview', { days }] as const),
    );
    const body = { previewId, unitId: this.#desk.unit };
    await this.#ask('admin', 'POST /api/v1/calendars/apply', body);
  }

  async #setAbsences({ absences }: RandomOffice): Promise<void> {
    for (const { who, from, to, substitute } of absences) {
      await this.#desk.app.database.asRoot(ABSENT, [
        ...[this.#desk.unit, idOf(roleOf(who))],
        ...[substitute === null ? null : idOf(roleOf(substitute)), moment(from), moment(to)],
      ]);
    }
  }

  async #ask<Body>(role: string, route: string, body: object): Promise<Body> {
    const answer = await this.#desk.app.ask<Body>(this.#desk.as(role), route, { body });
    if (answer.status !== 200) throw new Error(`${route}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

const everybody: readonly string[] = [...Object.values(OFFICERS), ...Object.values(LEADERS)];

const commandOf = (
  deed: Exclude<Deed, { readonly act: 'receive' } | { readonly act: 'acknowledge' }>,
): readonly [string, object] => {
  if (deed.act === 'assign') {
    const userId = deed.to === null ? {} : { userId: idOf(OFFICERS[deed.to]) };
    return ['assign', { departmentCode: 'tu-phap', ...userId }];
  }
  const commands = {
    ask: ['request-supplement', { items: 'Bản chính', reason: 'Thiếu bản chính' }],
    answer: ['receive-supplement', {}],
    issue: ['issue-result', {}],
    return: ['return', { method: 'counter' }],
    apologise: ['apologise', {}],
    components: ['digitise-components', {}],
    result: ['digitise-result', {}],
    electronic: ['issue-electronic-result', {}],
    archive: ['archive', {}],
  } as const;
  return commands[deed.act];
};

let month: Month | undefined;
afterEach(() => month?.close());

/** As the oracle tells them: each row with the tick of its raising. */
const naiveRows = ({ office, dossiers }: RandomMonth, number: number) => {
  const phases = dossiers[number]?.phases ?? [];
  const rows = new NaiveAlerts(naiveOffice(office, idOf)).walk(phases);
  return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1));
};

describe('a random month, replayed through the sweep with the clock in our hands', () => {
  it('leaves in the database the alerts of a walk through every five minutes, each at its moment', async () => {
    await fc.assert(
      fc.asyncProperty(randomMonths(DOSSIERS, idOf), async (random) => {
        month = await Month.open(random);
        await month.live(random);
        for (const number of random.dossiers.keys()) {
          const told = (await month.rows(number)).toSorted(([a], [b]) => (a < b ? -1 : 1));
          expect({ number, told }).toEqual({ number, told: naiveRows(random, number) });
        }
        await month.close();
        month = undefined;
      }),
      { numRuns: MONTHS, endOnFailure: true },
    );
  }, 300_000);
});
