import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { type Me, lockPath, logoutPath, meSchema } from '#contract/identity';
import { ApiClient, FETCH } from './api-client.ts';
import { Drafts } from './drafts.ts';
import { NEW_PAGE } from './new-page.ts';
import { Session } from './session.ts';
import { SessionTabs, type TabWord } from './session-tabs.ts';

const shape = z.strictObject({ applicant: z.string() });
const DRAFT = { applicant: 'Nguyễn Văn An' };
const HOA = '0197c5a0-7d1e-7000-8000-000000000001';
const LAN = '0197c5a0-7d1e-7000-8000-000000000002';

const me = (id: string, more: Partial<Me['user']> = {}): Me => {
  const [example] = (meSchema.meta()?.['examples'] ?? []) as Me[];
  if (example === undefined) throw new Error('the schema shows no example');
  return { ...example, user: { ...example.user, id, ...more } };
};

const json = (status: number, body: unknown): Response =>
  ({
    ok: status < 400,
    status,
    headers: new Headers(),
    json: () => Promise.resolve(body),
  }) as Response;

let here: Me | undefined;
let isReachable: boolean;
let pages: number;
let told: TabWord[];
let hear: (word: TabWord) => void;

const answer = (path: string): Response => {
  if (path === logoutPath || path === lockPath) return json(204, undefined);
  return here === undefined ? json(401, {}) : json(200, here);
};

const session = (): Session => TestBed.inject(Session);
const drafts = (): Drafts => TestBed.inject(Drafts);

beforeEach(() => {
  sessionStorage.clear();
  [here, isReachable, pages, told] = [me(HOA), true, 0, []];
  const fetch = (path: string): Promise<Response> =>
    isReachable ? Promise.resolve(answer(path)) : Promise.reject(new TypeError('no network'));
  const tabs = {
    tell: (word: TabWord) => told.push(word),
    listen: (listener: typeof hear) => (hear = listener),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: FETCH, useValue: fetch },
      { provide: NEW_PAGE, useValue: () => (pages += 1) },
      { provide: SessionTabs, useValue: tabs },
    ],
  });
});

const atWork = async (): Promise<void> => {
  expect(await session().resume()).toBe(true);
  drafts().keep('receipt', DRAFT);
};

/** What the page that is opened next finds. */
const found = (userId: string) => {
  drafts().belongTo(userId);
  return drafts().find('receipt', shape);
};

describe('whoever takes over at a desk', () => {
  it('begins with a page of their own, and finds nothing that the former typed', async () => {
    await atWork();
    here = me(LAN);
    await session().changePerson({ username: 'lan', pin: '480163' });
    expect(pages).toBe(1);
    expect(session().me()?.user.id).toBe(HOA);
    // Something on the page that is about to go may write once more: it is still the former's.
    drafts().keep('receipt', DRAFT);
    expect(found(LAN)).toBeUndefined();
  });

  it('leaves what the former typed to the former', async () => {
    await atWork();
    here = me(LAN);
    await session().changePerson({ username: 'lan', pin: '480163' });
    drafts().belongTo(LAN);
    drafts().keep('receipt', { applicant: 'Trần Thị Bưởi' });
    await session().resume();
    await session().signOut();
    expect(found(LAN)).toBeUndefined();
    expect(found(HOA)).toEqual(DRAFT);
  });

  it('and was there before goes on where they were', async () => {
    await atWork();
    TestBed.inject(ApiClient).interrupt('locked');
    await session().changePerson({ username: 'hoa', pin: '480163' });
    expect(pages).toBe(0);
    expect(session().interruption()).toBeUndefined();
    expect(found(HOA)).toEqual(DRAFT);
  });

  it('is nobody when the number was wrong', async () => {
    await atWork();
    here = undefined;
    const refused = await session().changePerson({ username: 'lan', pin: '999991' });
    expect(refused.ok).toBe(false);
    expect([pages, session().me()?.user.id]).toEqual([0, HOA]);
  });
});

describe('making room for a colleague', () => {
  it('keeps what was typed for its author, and takes the page away', async () => {
    await atWork();
    await session().giveWay();
    expect(pages).toBe(1);
    expect(told).toContainEqual({ kind: 'gone', keepsDrafts: true });
    expect(found(LAN)).toBeUndefined();
    expect(found(HOA)).toEqual(DRAFT);
  });

  it('is no signing out: that takes the drafts along', async () => {
    await atWork();
    await session().signOut();
    expect(found(HOA)).toBeUndefined();
  });
});

describe('the other pages of the browser', () => {
  it('stand still when one is locked, and go on when it is opened', async () => {
    await atWork();
    hear({ kind: 'locked' });
    expect(session().interruption()).toBe('locked');
    hear({ kind: 'here', userId: HOA });
    await new Promise((resolve) => setTimeout(resolve));
    expect(session().interruption()).toBeUndefined();
    expect(pages).toBe(0);
  });

  it('are taken away when somebody else is there, drafts kept for their author', async () => {
    await atWork();
    hear({ kind: 'here', userId: LAN });
    expect(pages).toBe(1);
    expect(found(HOA)).toEqual(DRAFT);
  });

  it('forget what was typed when its author signs out', async () => {
    await atWork();
    hear({ kind: 'gone', keepsDrafts: false });
    expect(pages).toBe(1);
    expect(found(HOA)).toBeUndefined();
  });

  it('hear of a lock and of who is there', async () => {
    await atWork();
    await session().lock();
    await session().unlock({ password: 'motcua-demo' });
    expect(told).toEqual([{ kind: 'locked' }, { kind: 'here', userId: HOA }]);
  });
});

describe('a screen without a connection', () => {
  it('is covered all the same', async () => {
    await atWork();
    isReachable = false;
    await session().lock();
    expect(session().interruption()).toBe('locked');
  });
});

describe('what is owed before everything else', () => {
  it('is a password of one’s own, then the second factor, then nothing', async () => {
    here = me(HOA, { mustChangePassword: true, secondFactor: 'required' });
    await session().resume();
    expect(session().owes()).toBe('password');
    here = me(HOA, { secondFactor: 'required' });
    await session().resume();
    expect(session().owes()).toBe('secondFactor');
    here = me(HOA, { secondFactor: 'enrolled' });
    await session().resume();
    expect(session().owes()).toBeUndefined();
  });
});
