import { SweepAlertsJob } from '../../backend/src/alerts/sweep/sweep.job.ts';
import { AlertsModule } from '../../backend/src/alerts/index.ts';
import { aUnitRow } from './database.ts';
import { DossiersApp, idOf } from './dossiers-app.ts';

/** A row of the alerts as one reads it: `2026-03-02 15:00 dossier.near -2h → reception open`. */
interface AlertLine {
  readonly line: string;
}

const LINES = `select to_char(raised_at at time zone interval '7 hours', 'YYYY-MM-DD HH24:MI') || ' ' || kind
    || ' ' || threshold || ' → ' || coalesce(office_user.username,
      'desk:' || desk_role || ':' || coalesce(alert.department_code, '')) || ' ' || alert.status as line
  from alert left join office_user on office_user.id::text = alert.user_id
  where ($1::uuid is null or alert.dossier_id = $1) order by 1`;

/** An office in which somebody watches over what is due, at moments the test chooses. */
export class AlertsDesk {
  readonly app: DossiersApp;
  readonly unit: number;

  private constructor(app: DossiersApp, unit: number) {
    this.app = app;
    this.unit = unit;
  }

  static async open(
    now: string,
    options: Parameters<typeof DossiersApp.open>[2] = {},
    rooms: Parameters<typeof DossiersApp.open>[1] = [],
  ): Promise<AlertsDesk> {
    const app = await DossiersApp.open(now, [AlertsModule, ...rooms], options);
    return new AlertsDesk(app, await aUnitRow(app.database, 'H24.7'));
  }

  /** The actor of a role, as requests name it. */
  as(role: string): string {
    return `${role}@${this.unit}`;
  }

  /** Somebody who serves here under the id that requests of the role carry. */
  async colleague(role: string, departmentCode: string | null = null): Promise<string> {
    const id = idOf(role);
    await this.app.database.asRoot(
      `insert into office_user (id, username, display_name) values ($1, $2, $2) on conflict do nothing`,
      [id, role.toLowerCase()],
    );
    if (departmentCode !== null) {
      await this.app.database.asRoot(
        'insert into department (unit_id, code, name) values ($1, $2, $2) on conflict do nothing',
        [this.unit, departmentCode],
      );
    }
    await this.app.database.asRoot(
      'insert into membership (unit_id, user_id, department_code, roles) values ($1, $2, $3, $4)',
      [this.unit, id, departmentCode, role.split('+')],
    );
    return id;
  }

  /** Moves the office to a moment and sweeps then, or at each of several. */
  async sweepAt(...moments: readonly string[]): Promise<void> {
    for (const moment of moments) {
      this.moveTo(moment);
      await this.sweep();
    }
  }

  /** The office's own rounds may hold a row just then: swept until nothing is due. */
  async sweep(): Promise<void> {
    const { signal } = new AbortController();
    do await this.app.get(SweepAlertsJob).handle({}, { signal });
    while (await this.#isAnythingDue());
  }

  async #isAnythingDue(): Promise<boolean> {
    const now = new Date(this.app.clock.officeNow()).toISOString();
    const rows = await this.app.database.asRoot(
      `select next_signal_at from dossier where next_signal_at <= $1
       union all select next_signal_at from alert_watch where next_signal_at <= $1 limit 1`,
      [now],
    );
    return rows.length > 0;
  }

  moveTo(moment: string): void {
    const at = Date.parse(`${moment.replace(' ', 'T')}+07:00`);
    this.app.clock.advance(at - this.app.clock.officeNow());
  }

  async lines(dossierId: string | null = null): Promise<readonly string[]> {
    const rows = await this.app.database.asRoot<AlertLine>(LINES, [dossierId]);
    return rows.map(({ line }) => line);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
