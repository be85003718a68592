import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  DEFAULT_ALERT_RULES,
  alertKeyText,
  dossierSubject,
  signalsDue,
  type Alert,
  type RaisedAlert,
} from '#domain/alert';
import { replay, type DossierId, type DossierState } from '#domain/dossier';
import { HOUR_MS, instant, type Instant } from '#domain/working-time';
import { EVERYBODY, recordOf } from '../../../../test/support/alert-case.ts';
import { anOffice } from '../../../../test/support/office.ts';
import { propertyRuns } from '../../../../test/support/property-runs.ts';
import { lifeOf, wishes } from '../../../../test/support/random-life.ts';
import { AlertRecord, type KeptAlert } from './alert-record.ts';
import { lookAtDossier, type Surroundings } from './look-at-dossier.ts';
import type { Seen } from './looks.ts';

const ID = '0190c000-0000-7000-8000-000000000001';
const AFTERWARDS_MS = 10 * 24 * HOUR_MS;
const office = anOffice({});
const people = { colleagues: EVERYBODY, absences: [] };
const surroundings: Surroundings = {
  ...{ rules: DEFAULT_ALERT_RULES, calendar: office.calendar, people, unit: office.unit },
};

/** The dossier as it was known at a moment; undefined before there was one. */
function knownAt(life: DossierState, at: Instant): DossierState | undefined {
  const known = life.history.filter(({ recordedAt }) => recordedAt <= at);
  return replay(known) ?? undefined;
}

const endOf = ({ history }: DossierState): Instant =>
  instant(Math.max(...history.map(({ recordedAt }) => recordedAt)) + AFTERWARDS_MS);

const subjectAt = (state: DossierState, now: Instant) =>
  dossierSubject(state, { ...office, now }, { id: ID as DossierId, source: null });

interface Told {
  readonly rows: ReadonlyMap<string, Alert>;
  readonly raised: readonly RaisedAlert[];
}

/** Somebody who looks every two hours, and just before and after everything that happens. */
function naiveOracle(life: DossierState, end: Instant): Told {
  const [first] = life.history;
  const turns = life.history.flatMap(({ recordedAt }) => [recordedAt - 1, recordedAt]);
  const moments = new Set<number>(turns);
  for (let at = first?.recordedAt ?? end; at <= end; at = instant(at + 2 * HOUR_MS))
    moments.add(at);
  moments.add(end);
  const rows = new Map<string, Alert>();
  let raised: readonly RaisedAlert[] = [];
  for (const at of [...moments].toSorted((one, other) => one - other).map(instant)) {
    const state = knownAt(life, at);
    if (state === undefined) continue;
    const look = { ...surroundings, subject: subjectAt(state, at), raised, now: at };
    const found = signalsDue(look);
    for (const alert of found.raise) rows.set(alertKeyText(alert.key), alert);
    raised = recordOf(raised, found);
  }
  return { rows, raised };
}

/** The sweep as it is: at a few moments, each time only what it kept from the time before. */
function sweeper(life: DossierState, moments: readonly Instant[]): Told {
  const rows = new Map<string, Alert>();
  let kept: readonly KeptAlert[] = [];
  let seen: Seen = { version: 0, at: null };
  let count = 0;
  for (const now of moments) {
    const state = knownAt(life, now);
    if (state === undefined) continue;
    const record = new AlertRecord(kept, () => String((count += 1)));
    const matter = { id: ID, state, procedure: office.procedure, source: null, seen };
    const { version, at } = lookAtDossier(matter, surroundings, { record, now });
    for (const { alert } of record.fresh()) rows.set(alertKeyText(alert.key), alert);
    kept = record.kept();
    seen = { version, at };
  }
  return { rows, raised: kept };
}

const standing = ({ raised }: Told): readonly string[] =>
  raised.map(({ key, status }) => `${alertKeyText(key)} ${status}`).toSorted();

const moments = ({ rows }: Told): readonly string[] =>
  [...rows].map(([key, { raisedAt }]) => `${key} ${raisedAt}`).toSorted();

const lives = wishes(9).map((list) => lifeOf(list));
const lateness = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });

/** Shares of a life, as moments in it; the last one is its end. */
const momentsIn = (life: DossierState, shares: readonly number[]): readonly Instant[] => {
  const begin = life.history[0]?.recordedAt ?? endOf(life);
  const length = endOf(life) - begin;
  const during = shares.map((share) => instant(Math.floor(begin + share * length)));
  return [...during.toSorted((one, other) => one - other), endOf(life)];
};

describe('a sweep that comes seldom and late', () => {
  it('leaves the rows of somebody who looked every two hours for a month, each at its own moment', () => {
    fc.assert(
      fc.property(lives, lateness, (life, shares) => {
        const oracle = naiveOracle(life, endOf(life));
        const swept = sweeper(life, momentsIn(life, shares));
        expect(moments(swept)).toEqual(moments(oracle));
        expect(standing(swept)).toEqual(standing(oracle));
      }),
      { numRuns: propertyRuns(0.002) },
    );
  });

  it('meets late dossiers, steps that run out, papers asked for and results not collected', () => {
    const kinds = fc
      .sample(lives, { seed: 7, numRuns: 60 })
      .flatMap((life) =>
        [...sweeper(life, [endOf(life)]).rows.values()].map(({ key }) => key.kind),
      );
    expect([...new Set(kinds)]).toEqual(
      expect.arrayContaining([
        'dossier.near',
        'dossier.overdue',
        'step.overdue',
        'apology.missing',
      ]),
    );
  });

  it('has told somebody of every dossier that is late now, and calls none late before it was', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const end = endOf(life);
        const { rows, raised } = sweeper(life, [end]);
        const late = [...rows.values()].filter(({ key }) => key.kind === 'dossier.overdue');
        for (const { raisedAt, dueAt } of late) expect(raisedAt).toBeGreaterThanOrEqual(dueAt);
        const working = life.name === 'received' || life.name === 'processing';
        const dueAt = life.due?.dueAt ?? null;
        const isLate = working && dueAt !== null && dueAt <= end;
        const open = raised.filter(
          ({ key, status }) => key.kind === 'dossier.overdue' && status === 'open',
        );
        expect(open.length > 0).toBe(isLate);
      }),
      { numRuns: propertyRuns(0.01) },
    );
  });
});
