import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { dossiersPath } from '#contract/dossiers';
import type { JobAnswer } from '#contract/jobs';
import { FETCH, Session } from '../api/index.ts';
import { Toasts } from '../ui/index.ts';
import { CommandRuns, type Order, isOver, refusedOf } from './command-runs.ts';

const id = (at: number): string => `0197c5a0-7d1e-7000-8000-${String(at).padStart(12, '0')}`;
const jobId = id(999_999);
const json = (body: unknown): Response =>
  ({
    ok: true,
    status: 200,
    headers: new Headers(),
    json: () => Promise.resolve(body),
  }) as Response;

const half: JobAnswer = { state: 'running', done: 1, total: 2, results: [] };
const whole: JobAnswer = {
  state: 'done',
  done: 2,
  total: 2,
  results: [
    { id: id(1), status: 200, version: 4 },
    { id: id(2), status: 409, code: 'act-not-allowed-in-state' },
  ],
};

const order: Order = {
  ...{ act: 'complete-step', body: {}, unitId: 7, ids: [id(1), id(2)] },
  codes: new Map([[id(2), 'H24.99-260115-0002']]),
};

/** A server that answers an order with a job, and looks at the job as told, one after another. */
const begin = (looks: (() => Promise<Response>)[], ordered: unknown[] = []) => {
  const fetch = (path: string, init: RequestInit): Promise<Response> => {
    if (path === `${dossiersPath}/commands`) {
      ordered.push(JSON.parse(init.body as string));
      return Promise.resolve(json({ jobId }));
    }
    const look = looks.length > 1 ? looks.shift() : looks[0];
    return look?.() ?? Promise.reject(new Error('nobody looks any more'));
  };
  const session = { me: () => ({ user: { id: 'xuly' } }) };
  TestBed.configureTestingModule({
    providers: [
      { provide: FETCH, useValue: fetch },
      { provide: Session, useValue: session },
    ],
  });
  const runs = TestBed.inject(CommandRuns);
  return { runs, all: runs.runs, toasts: TestBed.inject(Toasts) };
};

describe('one command for many', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('tells how far it is, and at the end which were not done and why', async () => {
    const { runs, all, toasts } = begin([
      () => Promise.resolve(json(half)),
      () => Promise.resolve(json(whole)),
    ]);
    expect(await runs.order(order)).toBeUndefined();
    await jest.advanceTimersByTimeAsync(450);
    expect(all()[0]).toMatchObject({ state: 'running', done: 1, total: 2 });
    await jest.advanceTimersByTimeAsync(5_000);
    const [run] = all();
    expect(run === undefined ? [] : [isOver(run), refusedOf(run).map((each) => each.id)]).toEqual([
      true,
      [id(2)],
    ]);
    expect(toasts.shown()).toMatchObject([{ kind: 'failed' }]);
  });

  it('goes on looking after a lost connection: the work goes on without us', async () => {
    const { runs, all } = begin([
      () => Promise.reject(new TypeError('offline')),
      () => Promise.resolve(json(whole)),
    ]);
    await runs.order(order);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(all()).toMatchObject([{ state: 'done' }]);
  });

  it('is split where more are named than one order takes', async () => {
    const ordered: { ids: string[] }[] = [];
    const { runs } = begin([() => Promise.resolve(json(whole))], ordered);
    await runs.order({ ...order, ids: Array.from({ length: 5_001 }, (_, at) => id(at)) });
    expect(ordered.map(({ ids }) => ids.length)).toEqual([5_000, 1]);
    await jest.advanceTimersByTimeAsync(5_000);
  });
});
