import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tellFindings } from '../../backend/src/verify/index.ts';
import { findingsIn } from '../support/books.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

const code = 'H24.77';
const NOW = '2026-03-02T08:00:00+07:00';

let app: DossiersApp;
let id: string;
let director: string;

const asRoot = (sql: string, parameters: readonly unknown[] = []) =>
  app.database.asRoot(sql, parameters);

const found = async () => {
  const findings = await findingsIn(app.database.tenancy);
  return [...new Set(findings.map(({ check, unit }) => `${check} ${unit ?? '–'}`))];
};

/** What nobody can do while the walls stand: done with the triggers away. */
const tamper = async (sql: string, parameters: readonly unknown[] = []) => {
  const kept = await app.database.asRoot<{ table: string }>(
    `select distinct tgrelid::regclass::text as table from pg_trigger where tgname like '%_is_kept'`,
  );
  for (const { table } of kept) await asRoot(`alter table ${table} disable trigger user`);
  try {
    await asRoot(sql, parameters);
  } finally {
    for (const { table } of kept) await asRoot(`alter table ${table} enable trigger user`);
  }
};

/** As the event would have been written: its hash and the hashes after it fit. */
const rehash = (dossierId: string) =>
  tamper(
    `do $$ declare event dossier_event; chain bytea := ''; begin
      for event in select * from dossier_event where dossier_id = '${dossierId}' order by version loop
        chain := event_hash(chain, event);
        update dossier_event set hash = chain
          where dossier_id = event.dossier_id and version = event.version;
      end loop; end $$`,
  );

/** Received, waiting for a paper and running again; beside it one that has just come from a source. */
const aDay = async (): Promise<string> => {
  const { id: received } = await app.received(director);
  const headers = { 'idempotency-key': `ask-${received}`, 'if-match': '"1"' };
  const asked = await app.ask(director, `POST /api/v1/dossiers/${received}/request-supplement`, {
    body: { items: 'Bản chính giấy khai sinh', reason: 'Thiếu bản chính' },
    headers,
  });
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.body));
  app.clock.advance(60_000);
  await app.done(director, { id: received, version: 2 }, 'receive-supplement');
  await app.received(director, {
    ...{ source: 'dich-vu-cong', externalCode: 'DVC-1' },
    applicant: { name: 'Trần Thị Bé', phone: '0987 654 321' },
  });
  return received;
};

beforeAll(async () => {
  app = await DossiersApp.open(NOW, [], { unsound: 'it breaks the books on purpose' });
});
beforeEach(async () => {
  await asRoot('truncate idempotency, session');
  await tamper('truncate unit, audit, audit_seal cascade');
  const unit = await aUnitRow(app.database, code);
  director = `director@${unit}`;
  id = await aDay();
});
afterAll(() => app.close());

describe('checking the books', () => {
  it('finds nothing where nothing was tampered with', async () => {
    expect(await found()).toEqual([]);
  });

  it('finds an event that was changed behind the wall, and names it', async () => {
    await tamper(
      `update dossier_event set actor = '{"kind":"officer","id":"x"}'
      where dossier_id = $1 and version = 1`,
      [id],
    );
    expect(await found()).toEqual([`events-chained ${code}`, `row-is-fold ${code}`]);
  });

  it('finds an event that is gone', async () => {
    await tamper(`delete from dossier_event where dossier_id = $1 and version = 3`, [id]);
    expect(await found()).toEqual([`versions-gapless ${code}`, `row-is-fold ${code}`]);
  });

  it('finds a dossier that is gone with all that was told of it', async () => {
    for (const table of ['dossier_text', 'dossier_event', 'dossier_span']) {
      await tamper(`delete from ${table} where dossier_id = $1`, [id]);
    }
    for (const table of ['applicant', 'search_word', 'lookup_code', 'source_record']) {
      await asRoot(`delete from ${table} where dossier_id = $1`, [id]);
    }
    await asRoot('delete from dossier where id = $1', [id]);
    expect(await found()).toEqual([
      ...[`commands-audited ${code}`, `codes-gapless ${code}`, `rows-in-own-unit ${code}`],
    ]);
  });

  it('finds a row that is not what its events say', async () => {
    await asRoot(`update dossier set due_at = '2030-01-01' where id = $1`, [id]);
    expect(await found()).toEqual([`row-is-fold ${code}`]);
  });

  it('finds stretches that are not what the events say', async () => {
    await asRoot('delete from dossier_span where dossier_id = $1', [id]);
    expect(await found()).toEqual([`row-is-fold ${code}`]);
  });

  it('finds an act that was not allowed', async () => {
    await tamper(
      `update dossier_event set type = 'returned', payload = '{"method":"counter"}'
      where dossier_id = $1 and version = 2`,
      [id],
    );
    expect(await found()).toContain(`transitions-lawful ${code}`);
  });

  it('finds a due moment nobody could have counted, though its hash fits', async () => {
    await tamper(
      `update dossier_event set due = jsonb_set(due, '{oursAt}', '"2026-03-20T17:00:00+07:00"')
       where dossier_id = $1 and version = 3`,
      [id],
    );
    await rehash(id);
    expect(await found()).toEqual([`row-is-fold ${code}`, `dues-recomputed ${code}`]);
  });

  it('finds a due moment under a calendar that is not there', async () => {
    await tamper(
      `update dossier_event set due = jsonb_set(due, '{calendarVersion}', '"9-00000000"')
       where dossier_id = $1 and version = 1`,
      [id],
    );
    await rehash(id);
    expect(await found()).toEqual([`dues-recomputed ${code}`]);
  });

  it('finds moments of recording that go backwards', async () => {
    await tamper(
      `update dossier_event set recorded_at = recorded_at + interval '1 year'
      where dossier_id = $1 and version = 1`,
      [id],
    );
    expect(await found()).toContain(`recorded-in-order ${code}`);
  });

  it('finds a command that nobody answers for', async () => {
    await tamper(`delete from audit where subject_id = $1 and facts -> 'after' = '3'`, [id]);
    expect(await found()).toContain(`commands-audited ${code}`);
  });

  it('finds a command that is answered for twice', async () => {
    await asRoot(
      `insert into audit (unit_id, office_at, actor, act, outcome, subject_type, subject_id, facts)
       select unit_id, office_at, actor, act, outcome, subject_type, subject_id, facts from audit
       where subject_id = $1 and facts -> 'after' = '2'`,
      [id],
    );
    expect(await found()).toEqual([`commands-audited ${code}`]);
  });

  it('finds a code that was left out', async () => {
    await asRoot('update code_counter set n = n + 1');
    expect(await found()).toEqual([`codes-gapless ${code}`]);
  });

  it('finds a code of another day', async () => {
    await asRoot(`update dossier set code = 'MC.H24.77-260301-0001' where id = $1`, [id]);
    expect(await found()).toEqual(
      expect.arrayContaining([`codes-by-day ${code}`, `codes-gapless ${code}`]),
    );
  });

  it('finds a code that is none of ours', async () => {
    await asRoot(`update dossier set code = 'X' where id = $1`, [id]);
    expect(await found()).toContain(`codes-by-day ${code}`);
  });

  it('finds an answer that promises what never happened', async () => {
    await asRoot('update idempotency set version = 99');
    expect(await found()).toEqual([`answers-kept ${code}`]);
  });

  it('finds a report that would count other dossiers than the events tell', async () => {
    await asRoot(`update dossier set received_at = received_at - interval '1 year' where id = $1`, [
      id,
    ]);
    expect(await found()).toEqual([`row-is-fold ${code}`, `reports-add-up ${code}`]);
  });

  it('finds a fee that is not what the events say', async () => {
    const dossier = await app.received(director);
    await app.done(director, dossier, 'charge-fee', { amount: 8000 });
    expect(await found()).toEqual([]);
    await asRoot('update fee_account set paid = 8000');
    expect(await found()).toEqual([`fees-told ${code}`]);
    await asRoot('delete from fee_account');
    await asRoot('delete from fee_entry');
    expect(await found()).toEqual([`fees-told ${code}`]);
  });

  it('finds a closed book of fees that does not add up, and one that is missing', async () => {
    const closing = (revision: number, difference: number) =>
      asRoot(
        `insert into fee_closing (unit_id, day, officer, revision, lines, members, counted,
           difference, closed_at, closed_by)
         select id, '2026-03-02', 'x', $1, '[{"method":"cash","count":1,"amount":8000}]',
           '[{"amount":8000}]', '[{"method":"cash","amount":7000}]', $2, $3, 'x' from unit`,
        [revision, difference, NOW],
      );
    await closing(1, -1000);
    expect(await found()).toEqual([]);
    await closing(3, -1000);
    expect(await found()).toEqual([`fee-books-add-up ${code}`]);
    await tamper('update fee_closing set revision = 2, difference = 0 where revision = 3');
    expect(await found()).toEqual([`fee-books-add-up ${code}`]);
  });

  it('finds a job that counts what it has not done', async () => {
    await asRoot(
      `insert into job (unit_id, id, kind, actor, state, done, total, request, created_at, changed_at)
       select id, gen_random_uuid(), 'dossier.many', '{}', 'done', 1, 1, '{}', $1, $1 from unit`,
      [NOW],
    );
    await asRoot(
      `insert into job_item (unit_id, job_id, place, target) select unit_id, id, 0, 'x' from job`,
    );
    expect(await found()).toEqual([`jobs-counted ${code}`]);
    await asRoot('delete from job');
  });

  it('finds a dossier of a source that never told of it', async () => {
    await asRoot(`delete from source_record where external_code = 'DVC-1'`);
    expect(await found()).toEqual([`sources-recorded ${code}`]);
  });

  it('finds a page told of a dossier of another unit', async () => {
    const other = await aUnitRow(app.database, 'H24.78');
    await asRoot(
      `insert into feed (unit_id, op, type, id, at) values ($1, 'changed', 'dossier', $2, $3)`,
      [other, id, NOW],
    );
    expect(await found()).toEqual(['rows-in-own-unit H24.78']);
  });

  it('finds a telephone number among the facts of the audit', async () => {
    await asRoot(
      `insert into audit (unit_id, office_at, actor, act, outcome, subject_type, subject_id, facts)
       select unit_id, $2, '{}', 'dossier.told', 'done', 'dossier', dossier_id::text,
         jsonb_build_object('note', phone) from applicant where dossier_id = $1`,
      [id, NOW],
    );
    expect(await found()).toEqual([`persons-apart ${code}`]);
  });

  it('finds alerts that are not what the dossiers and their steps say', async () => {
    const alertId = '0190c000-0000-7000-8000-0000000000a1';
    await asRoot(
      `insert into alert (unit_id, id, subject_kind, subject_id, dossier_id, kind, threshold, revision,
         recipient, desk_role, severity, level, reason, raised_at, recorded_at, due_at, status)
       select unit_id, $2, 'dossier', id::text, id, 'dossier.near', '-2h', 1, 'desk:reception:',
         'reception', 'warning', 'officer', 'desk', $3, $3, $3, 'open' from dossier where id = $1`,
      [id, alertId, NOW],
    );
    expect(await found()).toEqual([`alerts-stepped ${code}`]);
    await asRoot(
      `insert into alert_step (unit_id, alert_id, number, act, actor, at)
       select unit_id, id, 1, 'raised', '{"kind":"system","id":"sweep"}', $1 from alert`,
      [NOW],
    );
    expect(await found()).toEqual([]);
    await asRoot(
      `update dossier set alerts_version = version, alerts_at = 'infinity' where id = $1`,
      [id],
    );
    await asRoot(`update dossier set due_at = $2 where id = $1`, [id, NOW]);
    expect(await found()).toContain(`alerts-complete ${code}`);
    await asRoot(`update dossier set state = 'onHold' where id = $1`, [id]);
    expect(await found()).toContain(`alerts-true ${code}`);
    await asRoot(
      `insert into office_user (id, username, display_name) values ($1, 'binh', 'Bình')`,
      [alertId],
    );
    await asRoot(
      `insert into delivery (unit_id, alert_id, channel, user_id, way, at)
       select unit_id, id, 'email', id, 'push', raised_at from alert`,
    );
    await asRoot(
      `update alert set status = 'closed', closed_at = $1, closed_because = 'resolved'`,
      [NOW],
    );
    expect(await found()).toEqual(
      expect.arrayContaining([`alerts-stepped ${code}`, `deliveries-of-alerts ${code}`]),
    );
  });

  it('finds a session that outlived its account', async () => {
    const who = '0190c000-0000-7000-8000-000000000001';
    await asRoot(
      `insert into office_user (id, username, display_name, disabled_at)
       values ($1, 'an', 'An', $2) on conflict do nothing`,
      [who, NOW],
    );
    await asRoot(
      `insert into session (token_hash, id, user_id, opened_at, seen_at, expires_at)
       values (sha256('x'), $1, $1, $2, $2, 'infinity')`,
      [who, NOW],
    );
    expect(await found()).toEqual(['sessions-ended –']);
  });

  it.each([
    ['a column', 'alter table dossier add column x int', 'alter table dossier drop column x'],
    [
      'a wall taken down',
      'alter table dossier no force row level security',
      'alter table dossier force row level security',
    ],
    [
      'a right given away',
      'grant update on dossier_event to motcua_app',
      'revoke update on dossier_event from motcua_app',
    ],
    [
      'a trigger put to sleep',
      'alter table dossier_event disable trigger dossier_event_is_kept',
      'alter table dossier_event enable trigger dossier_event_is_kept',
    ],
    ['an index', 'create index x on dossier (unit_id, bundle)', 'drop index x'],
  ])('finds %s, changed by hand', async (_what, change, back) => {
    await asRoot(change);
    try {
      expect(await found()).toContain('schema-unchanged –');
    } finally {
      await asRoot(back);
    }
    expect(await found()).toEqual([]);
  });
});

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** `motcua …` as the administrator runs it. */
const motcua = (...words: readonly string[]) => {
  const hooks = pathToFileURL(path('../support/swc-hooks.mjs')).href;
  const flags = ['--conditions=motcua', '--import', hooks];
  const answer = spawnSync(
    process.execPath,
    [...flags, path('../../backend/src/cli.ts'), ...words],
    {
      encoding: 'utf8',
      env: { DATABASE_URL: app.database.appUrl, DATABASE_OWNER_URL: app.database.ownerUrl },
    },
  );
  return { code: answer.status, said: answer.stdout + answer.stderr };
};

describe('motcua', () => {
  it('verify ends with 0 where the books agree and with 1 where they do not', async () => {
    expect(motcua('verify')).toMatchObject({ code: 0, said: expect.stringContaining('toàn vẹn') });
    await asRoot('update code_counter set n = n + 1');
    expect(motcua('verify')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/codes-gapless.*260302/),
    });
  });

  it('migrate ends with 0 and says nothing when there is nothing to do', () => {
    expect(motcua('migrate')).toEqual({ code: 0, said: '' });
  });

  it('says which commands there are when it knows the one it was given not', () => {
    expect(motcua('verfy')).toMatchObject({
      code: 2,
      said: expect.stringContaining('migrate, seed, verify'),
    });
  });
});

describe('the findings', () => {
  it('are told in words, with their code and where to look', () => {
    const finding = { check: 'codes-gapless', unit: code, where: '260302' } as const;
    expect(tellFindings([finding], 'vi')).toBe(
      'Dữ liệu có chỗ không khớp:\n' +
        '  Mã hồ sơ trong ngày bị khuyết hoặc lệch bộ đếm (codes-gapless): H24.77 · 260302',
    );
    expect(tellFindings([], 'en')).toBe('The data are whole.');
  });
});
