import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Failure } from '../../backend/src/platform/config/failure.ts';
import { createDataSource } from '../../backend/src/platform/database/data-source.ts';
import { migrate } from '../../backend/src/platform/database/migrate.ts';
import { asSuperuser, dropDatabase, urlOf } from '../support/database-template.ts';

const server = process.env['MOTCUA_TEST_POSTGRES'] ?? '';
const name = `solo_${randomBytes(4).toString('hex')}`;
const url = server === '' ? '' : urlOf(server, name, name);
const ignore = () => undefined;

const asRoot = (sql: string) => asSuperuser(server, (client) => client.query(sql));
const bringUpToDate = () => migrate({ ownerUrl: url, appUrl: url, onPoolError: ignore });

beforeAll(async () => {
  await asRoot(`create role ${name} login`);
  await asRoot(`create database ${name} owner ${name}`);
});
afterAll(async () => {
  await dropDatabase(server, name);
  await asRoot(`revoke motcua_app from ${name}`);
  await asRoot(`drop role ${name}`);
});

describe('a database of which we are given one login only', () => {
  it('is refused with the statement its administrator has to run', async () => {
    const failure: unknown = await bringUpToDate().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).accounts.en.todo).toContain(`grant "motcua_app" to "${name}"`);
  });

  it('is migrated as its owner and worked with as the application', async () => {
    await asRoot(`grant motcua_app to ${name}`);
    expect((await bringUpToDate()).length).toBeGreaterThan(3);
    const dataSource = createDataSource({ url, onPoolError: ignore, connections: 1 });
    await dataSource.initialize();
    try {
      const who = 'select current_user as acts, session_user as came';
      expect(await dataSource.query(who)).toEqual([{ acts: 'motcua_app', came: name }]);
      await expect(dataSource.query('drop table dossier')).rejects.toThrow(/must be owner/);
      await expect(dataSource.query('delete from dossier_event')).rejects.toThrow(/denied/);
    } finally {
      await dataSource.destroy();
    }
  });
});
