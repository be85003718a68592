import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CreatedDossier, DossierAnswer, DossierItem, EventAnswer } from '#contract/dossiers';
import {
  type Absence,
  type Holdings,
  type Me,
  type User,
  absencePageSchema,
  absenceSchema,
  absencesPath,
  holdingsSchema,
  mePath,
  usersPath,
} from '#contract/identity';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { aReceipt } from '../support/dossiers-app.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const MONDAY = '2026-03-02T09:00:00+07:00';
const FRIDAY = '2026-03-06T17:00:00+07:00';

let office: OfficeApp;
let commune: number;
const ids = new Map<string, string>();

const idOf = (name: string): string => ids.get(name) ?? '';

const away = async (
  browser: Browser,
  substitute: string | null,
  more: object = {},
): Promise<readonly [status: number, body: Absence & Problem]> => {
  const substituteId = substitute === null ? null : idOf(substitute);
  const body = { substituteId, to: FRIDAY, ...more };
  const answer = await browser.post<Absence & Problem>(absencesPath, body);
  return [answer.status, answer.body];
};

const refusal = async (asked: ReturnType<typeof away>) => {
  const [status, { code }] = await asked;
  return [status, code];
};

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: `${MONDAY}@0` });
  commune = await office.unit({ code: 'H24.99' });
  const other = await office.unit({ code: 'H25.01' });
  await office.department(commune, 'tu-phap');
  await office.department(commune, 'kinh-te');
  const person = async (
    name: string,
    role: 'admin' | 'clerk' | 'director' | 'head' | 'processing' | 'reception',
    departmentCode?: string,
  ) => {
    const place = { unitId: commune, roles: [role], ...(departmentCode && { departmentCode }) };
    ids.set(name, await office.person(name, place));
  };
  await person('giamdoc', 'director');
  await person('truong', 'head', 'tu-phap');
  await person('an', 'processing', 'tu-phap');
  await person('binh', 'processing', 'kinh-te');
  await person('chi', 'clerk');
  await person('tiep', 'reception');
  await person('quantri', 'admin');
  ids.set('xa', await office.person('xa', { unitId: other, roles: ['clerk'] }));
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.database.asRoot('delete from absence');
  await office.setClock(MONDAY);
});

describe('going away', () => {
  it('is told by oneself, with a colleague in one’s place, and everybody sees it', async () => {
    const [status, absence] = await away(await office.signedIn('an'), 'chi');
    expect(status).toBe(201);
    expect(absenceSchema.parse(absence)).toMatchObject({
      user: { id: idOf('an'), displayName: 'an' },
      substitute: { id: idOf('chi') },
      from: MONDAY,
      state: 'current',
    });
    const seen = await (await office.signedIn('tiep')).get<Page<Absence>>(absencesPath);
    expect(absencePageSchema.parse(seen.body).items).toEqual([absence]);
  });

  it('is set by a head for the own people, and by leaders for everybody', async () => {
    const head = await office.signedIn('truong');
    const forUser = (name: string) => ({ userId: idOf(name) });
    expect((await away(head, 'chi', forUser('an')))[0]).toBe(201);
    expect(await refusal(away(head, 'chi', forUser('binh')))).toEqual([403, 'absence-not-yours']);
    const over = await refusal(away(head, 'truong', forUser('giamdoc')));
    expect(over).toEqual([403, 'absence-not-yours']);
    const director = await office.signedIn('giamdoc');
    expect((await away(director, 'chi', forUser('binh')))[0]).toBe(201);
    const reception = await office.signedIn('tiep');
    expect(await refusal(away(reception, 'chi', forUser('an')))).toEqual([403, 'not-permitted']);
  });

  it.each([
    ['oneself in one’s place', 'an', {}, 'substitute-is-self'],
    ['somebody of another commune', 'xa', {}, 'unknown-substitute'],
    ['an end before its beginning', 'chi', { from: FRIDAY, to: MONDAY }, 'absence-period'],
    ['an end that has passed', 'chi', { to: '2026-03-01T17:00:00+07:00' }, 'absence-period'],
  ])('is refused with %s', async (_what, substitute, more, code) => {
    const refused = away(await office.signedIn('an'), substitute, more);
    expect(await refusal(refused)).toEqual([422, code]);
  });

  it('twice at the same time is refused, and so is standing in for each other', async () => {
    const an = await office.signedIn('an');
    const binh = await office.signedIn('binh');
    const chi = await office.signedIn('chi');
    expect((await away(an, 'binh'))[0]).toBe(201);
    expect(await refusal(away(an, 'chi'))).toEqual([409, 'absence-overlaps']);
    expect(await refusal(away(binh, 'an'))).toEqual([422, 'absence-circular']);
    expect((await away(binh, 'chi'))[0]).toBe(201);
    expect(await refusal(away(chi, 'an'))).toEqual([422, 'absence-circular']);
    const later = { from: FRIDAY, to: '2026-03-09T17:00:00+07:00' };
    expect((await away(chi, 'an', later))[0]).toBe(201);
  });

  it('ends when one is back early, and never begins when one stays', async () => {
    const an = await office.signedIn('an');
    const [, now] = await away(an, 'chi');
    await office.setClock('2026-03-03T08:00:00+07:00');
    expect((await an.post(`${absencesPath}/${now.id}/end`)).status).toBe(204);
    const [, planned] = await away(an, 'chi', { from: '2026-03-05T07:30:00+07:00' });
    expect((await an.post(`${absencesPath}/${planned.id}/end`)).status).toBe(204);
    expect((await an.get<Page<Absence>>(absencesPath)).body.items).toEqual([]);
    const { body } = await an.get<Page<Absence>>(`${absencesPath}?over=true`);
    expect(body.items.map(({ id, state }) => [id, state])).toEqual([[now.id, 'over']]);
    const strange = await (
      await office.signedIn('tiep')
    ).post<Problem>(`${absencesPath}/${now.id}/end`);
    expect([strange.status, strange.body.code]).toEqual([403, 'not-permitted']);
  });
});

describe('standing in', () => {
  const aDossier = async (): Promise<CreatedDossier> => {
    const reception = await office.signedIn('tiep');
    return (await reception.post<CreatedDossier>('/api/v1/dossiers', aReceipt())).body;
  };

  const command = (browser: Browser, { id, version }: CreatedDossier, name: string, body = {}) =>
    browser.post<DossierAnswer & Problem>(`/api/v1/dossiers/${id}/${name}`, body, {
      'if-match': `"${version}"`,
    });

  it('gives the roles of the absent for that time, and says in whose place each act was done', async () => {
    const chi = await office.signedIn('chi');
    const dossier = await aDossier();
    const hold = { items: ['Giấy tờ tùy thân'], reason: 'thiếu bản chính' };
    expect((await command(chi, dossier, 'request-supplement', hold)).status).toBe(403);
    await away(await office.signedIn('an'), 'chi');
    const me = (await chi.get<Me>(mePath)).body.units[0];
    expect(me).toMatchObject({
      roles: ['clerk'],
      standsInFor: [{ userId: idOf('an'), roles: ['processing'], departments: ['tu-phap'] }],
    });
    expect(me?.permissions).toContain('dossiers.request-supplement');
    expect((await command(chi, dossier, 'request-supplement', hold)).status).toBe(200);
    const events = await chi.get<Page<EventAnswer>>(`/api/v1/dossiers/${dossier.id}/events`);
    expect(events.body.items.at(-1)?.actor).toEqual({
      kind: 'officer',
      id: idOf('chi'),
      standsInFor: idOf('an'),
    });
    const [line] = await office.database.asRoot(
      `select actor from audit where act = 'dossier.request-supplement' and outcome = 'done'`,
    );
    expect(line).toEqual({
      actor: { kind: 'user', id: idOf('chi'), standsInFor: idOf('an') },
    });
  });

  it('finds the absent colleague’s dossiers among one’s own, for that time', async () => {
    const chi = await office.signedIn('chi');
    const dossier = await aDossier();
    expect(dossier.holder?.userId).toBe(idOf('tiep'));
    const mine = async () => {
      const { body } = await chi.get<Page<DossierItem>>('/api/v1/dossiers?holder=me&limit=500');
      return body.items.map(({ id }) => id);
    };
    expect(await mine()).not.toContain(dossier.id);
    await away(await office.signedIn('tiep'), 'chi');
    expect(await mine()).toContain(dossier.id);
    await office.setClock(FRIDAY);
    expect(await mine()).not.toContain(dossier.id);
  });

  it('does in one’s own name what one may do oneself', async () => {
    await away(await office.signedIn('an'), 'chi');
    const chi = await office.signedIn('chi');
    const dossier = await aDossier();
    expect((await command(chi, dossier, 'archive')).status).toBe(200);
    const events = await chi.get<Page<EventAnswer>>(`/api/v1/dossiers/${dossier.id}/events`);
    expect(events.body.items.at(-1)?.actor).toEqual({ kind: 'officer', id: idOf('chi') });
  });

  it('goes on to the substitute’s substitute, ends with the absence, and leaves administration out', async () => {
    const chi = await office.signedIn('chi');
    const standing = async () => (await chi.get<Me>(mePath)).body.units[0]?.standsInFor ?? [];
    await away(await office.signedIn('an'), 'binh');
    await away(await office.signedIn('binh'), 'chi');
    await away(await office.signedIn('quantri'), 'chi');
    const stoodInFor = (await standing()).map(({ userId }) => userId).toSorted();
    expect(stoodInFor).toEqual([idOf('an'), idOf('binh')].toSorted());
    expect((await chi.get<Me>(mePath)).body.units[0]?.permissions).not.toContain('users.write');
    await office.setClock('2026-03-06T17:00:00+07:00');
    expect(await standing()).toEqual([]);
  });

  it('for the director approves what waits for the director', async () => {
    await away(await office.signedIn('giamdoc'), 'chi');
    const dossier = await aDossier();
    const an = await office.signedIn('an');
    const refuse = { reasonCode: 'khong-du-dieu-kien', reason: 'không đủ điều kiện' };
    const waiting = await command(an, dossier, 'refuse', refuse);
    expect(waiting.status).toBe(202);
    const chi = await office.signedIn('chi');
    const queue = await chi.get<Page<{ id: string }>>('/api/v1/approvals');
    const [first] = queue.body.items;
    const approved = await chi.post<DossierAnswer>(`/api/v1/approvals/${first?.id}/approve`, {});
    expect([approved.status, approved.body.state]).toEqual([200, 'refused']);
    const events = await chi.get<Page<EventAnswer>>(`/api/v1/dossiers/${dossier.id}/events`);
    expect(events.body.items.at(-1)?.actor.standsInFor).toBe(idOf('giamdoc'));
  });
});

describe('whoever leaves', () => {
  it('has what lies on the desk told, hands it on, and was last here when they were', async () => {
    const leaver = await office.person('nghi', { unitId: commune, roles: ['reception'] });
    const nghi = await office.signedIn('nghi');
    const { body: dossier } = await nghi.post<CreatedDossier>('/api/v1/dossiers', aReceipt());
    const admin = await office.signedIn('quantri');
    const url = `${usersPath}/${leaver}`;
    const held = await admin.get<Holdings>(`${url}/holdings`);
    expect(holdingsSchema.parse(held.body)).toEqual({
      ...{ openDossiers: 1, overdueDossiers: 0, standsInFor: 0, sessions: 1 },
    });
    const leave = (handOnTo: string) =>
      admin.patch<User & Problem>(url, { disabled: true, handOnTo });
    expect((await leave(idOf('xa'))).body.code).toBe('unknown-substitute');
    expect((await leave(leaver)).body.code).toBe('substitute-is-self');
    const left = await leave(idOf('chi'));
    expect(left.body).toMatchObject({ disabled: true });
    expect(left.body.lastSeenAt).toMatch(/^20/);
    const chi = await office.signedIn('chi');
    const mine = await chi.get<Page<DossierItem>>('/api/v1/dossiers?holder=me&limit=500');
    expect(mine.body.items.map(({ id }) => id)).toContain(dossier.id);
    const seen = await chi.get<Page<User>>(usersPath);
    expect(seen.body.items.map(({ lastSeenAt }) => lastSeenAt).filter(Boolean)).toEqual([]);
    expect((await admin.patch(url, { handOnTo: idOf('chi') })).status).toBe(400);
  });

  it('is signed out everywhere by whoever looks after the account, and by nobody else', async () => {
    const id = await office.person('quenmay', { unitId: commune, roles: ['clerk'] });
    const browser = await office.signedIn('quenmay');
    const url = `${usersPath}/${id}/sessions`;
    expect((await (await office.signedIn('giamdoc')).delete(url)).status).toBe(403);
    expect((await (await office.signedIn('quantri')).delete(url)).status).toBe(204);
    expect((await browser.get(mePath)).status).toBe(401);
  });
});
