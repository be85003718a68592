import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { PasswordHasher } from '../../../backend/src/identity/password/password-hasher.ts';
import { createDataSource } from '../../../backend/src/platform/database/data-source.ts';
import { Tenancy } from '../../../backend/src/platform/database/tenancy.ts';
import type { Role } from '#domain/dossier';
import { tellFindings } from '../../../backend/src/verify/index.ts';
import { findingsIn } from '../../support/books.ts';
import { PASSWORD } from '../../support/office-app.ts';
import { Clerk } from './clerk.ts';
import { Door, type DoorOptions } from './door.ts';
import { OwnServer } from './own-server.ts';

export interface Unit {
  readonly id: number;
  readonly code: string;
}

/** An office with its own database and people, in which things break. */
export class BreakableOffice {
  readonly server: OwnServer;
  readonly #doors: Door[] = [];

  private constructor(server: OwnServer) {
    this.server = server;
  }

  static async found(): Promise<BreakableOffice> {
    return new BreakableOffice(await OwnServer.start());
  }

  async door(options: Partial<DoorOptions> = {}): Promise<Door> {
    const { databaseUrl, ownerUrl } = this.server.urls;
    const door = await Door.open({
      ...options,
      environment: {
        ...{ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, TZ: 'UTC' },
        // A Monday morning, so that no run meets the end of a day.
        MOTCUA_CLOCK: '2026-03-02T08:00:00+07:00@1',
        ...options.environment,
      },
    });
    this.#doors.push(door);
    return door;
  }

  /** Once a door has brought the schema up to date. */
  async unit(code: string, username: string, roles: readonly Role[]): Promise<Unit> {
    const hash = await new PasswordHasher().hash(PASSWORD);
    const [unit] = await this.ask<{ id: number }>(
      `insert into unit (code, name, kind, level) values ($1, $1, 'commune', 'xa') returning id`,
      [code],
    );
    const id = unit?.id ?? 0;
    const person = randomUUID();
    await this.ask(
      `insert into office_user (id, username, display_name, password_hash) values ($1, $2, $2, $3)`,
      [person, username, hash],
    );
    await this.ask('insert into membership (unit_id, user_id, roles) values ($1, $2, $3)', [
      ...[id, person, roles],
    ]);
    return { id, code };
  }

  clerk(door: Door, username?: string): Clerk {
    return new Clerk(() => door.address, username);
  }

  /** As the owner, of every unit's rows. */
  async ask<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.server.urls.ownerUrl });
    await client.connect();
    try {
      await client.query('set search_path = motcua');
      await client.query(
        `select set_config('app.units', (select coalesce(array_agg(id), '{}')::text from
           (select generate_series(0, 99) as id) as every), false)`,
      );
      return (await client.query<Row>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  /** What `motcua verify` says; nothing when the books agree. */
  async findings(): Promise<string> {
    const dataSource = createDataSource({
      url: this.server.urls.databaseUrl,
      onPoolError: () => undefined,
      patienceMs: 120_000,
    });
    await dataSource.initialize();
    try {
      const findings = await findingsIn(new Tenancy(dataSource));
      return findings.length === 0 ? '' : tellFindings(findings, 'en');
    } finally {
      await dataSource.destroy();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#doors.map((door) => door.close()));
    await this.server.end();
  }
}
