import { describe, expect, it } from '@jest/globals';
import {
  aClock,
  aDossier,
  aSameDayDossier,
  aStep,
  hoa,
  mark,
  rulesOf,
  watch,
} from '../../../test/support/alert-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { DEFAULT_ALERT_RULES } from './default-rules.ts';
import type { DossierSubject, SourceView } from './subject.ts';

const lines = (dossier: DossierSubject, now = '2026-03-02 16:59') =>
  watch(dossier, { rules: rulesOf('dossier.near') })
    .lookAt(now)
    .rows()
    .map(({ key, bundle }) => [key.threshold, local(bundle?.at)]);

describe('the quick traffic of the counter', () => {
  it('raises no new, not-forwarded, due-today or step notice', () => {
    const dossier = aSameDayDossier({
      state: 'received',
      step: aStep('2026-03-02 08:00', '2026-03-02 10:00', 2),
    });
    const kinds = watch(dossier)
      .lookAt('2026-03-02 16:59')
      .rows()
      .map(({ key }) => key.kind);
    expect(new Set(kinds)).toEqual(new Set(['dossier.near']));
  });

  it('has a row per dossier, told in one line per desk at 15:00 and 16:30', () => {
    expect(lines(aSameDayDossier())).toEqual([
      ['-2h', '2026-03-02 15:00'],
      ['-30m', '2026-03-02 16:30'],
    ]);
    const [row] = watch(aSameDayDossier()).lookAt('2026-03-02 15:00').rows();
    expect(row?.bundle).toEqual({
      at: at('2026-03-02 15:00'),
      deskRole: 'reception',
      departmentCode: 'mot-cua',
    });
  });

  it('an on-the-spot procedure is quick however long it might take by law', () => {
    const dossier = aDossier({
      onTheSpot: true,
      holding: null,
      deskRole: 'reception',
      clock: aClock('2026-03-02 08:00', '2026-03-02 17:00', {
        allowance: { kind: 'workingHours', amount: 4 },
      }),
    });
    expect(lines(dossier)).toEqual([
      ['-2h', '2026-03-02 15:00'],
      ['-30m', '2026-03-02 16:30'],
    ]);
    expect(watch(dossier).lookAt('2026-03-02 15:00').rows()[0]?.bundle?.departmentCode).toBeNull();
  });

  it('a due moment at noon is warned of by itself: the line would come too late', () => {
    const clock = aClock('2026-03-02 07:30', '2026-03-02 11:30', {
      allowance: { kind: 'sameDay', cutoff: '15:00' },
    });
    expect(lines(aSameDayDossier({ clock }), '2026-03-02 11:29')).toEqual([
      ['-2h', null],
      ['-30m', null],
    ]);
  });

  it('a warning between the two lines waits for the second', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-02 17:00', {
      allowance: { kind: 'sameDay', cutoff: '16:00' },
      since: mark('2026-03-02 15:20', 3),
    });
    expect(lines(aSameDayDossier({ clock }))[0]).toEqual(['-2h', '2026-03-02 16:30']);
  });

  it('the earlier of two lines is taken, in whatever order they are written', () => {
    const rules = { ...rulesOf('dossier.near'), bundleAt: ['16:30', '15:00'] };
    const [row] = watch(aSameDayDossier(), { rules }).lookAt('2026-03-02 15:00').rows();
    expect(local(row?.bundle?.at)).toBe('2026-03-02 15:00');
  });

  it('a dossier of days is told one by one', () => {
    const [row] = watch(aDossier(), { rules: rulesOf('dossier.near') })
      .lookAt('2026-03-04 17:00')
      .rows();
    expect(row?.bundle).toBeNull();
  });

  it('an unknown procedure promised for the same day is quick, one promised for later is not', () => {
    const declared = (dueAt: string) =>
      aDossier({
        state: 'received',
        clock: aClock('2026-03-02 08:00', dueAt, { allowance: null }),
      });
    const kinds = (dossier: DossierSubject) =>
      watch(dossier, { rules: rulesOf('dossier.new', 'dossier.notForwarded') })
        .lookAt('2026-03-02 10:00')
        .rows().length;
    expect(kinds(declared('2026-03-02 17:00'))).toBe(0);
    expect(kinds(declared('2026-03-03 17:00'))).toBe(2);
  });

  it('being late is told one by one, to the officer and the leaders', () => {
    const look = watch(aSameDayDossier()).lookAt('2026-03-02 17:00');
    const overdue = look.rows().filter(({ key }) => key.kind === 'dossier.overdue');
    expect(overdue).toHaveLength(2);
    expect(overdue.every(({ bundle }) => bundle === null)).toBe(true);
  });
});

const imported = (asOf: string, changes: Partial<SourceView> = {}): SourceView => ({
  asOf: at(asOf),
  firstImportedAt: at('2026-03-02 09:00'),
  doneAtSourceAt: null,
  ...changes,
});

describe('what another system told', () => {
  const OVERDUE = rulesOf('dossier.overdue');

  it('says as of when', () => {
    const dossier = aDossier({ source: imported('2026-03-09 15:00') });
    const [row] = watch(dossier, { rules: OVERDUE }).lookAt('2026-03-09 17:00').rows();
    expect(local(row?.asOf)).toBe('2026-03-09 15:00');
  });

  it('older than four working hours is raised for the holder and never escalated', () => {
    const dossier = aDossier({ source: imported('2026-03-09 10:00') });
    const look = watch(dossier, { rules: OVERDUE }).lookAt('2026-03-12 10:00');
    expect(look.raised()).toEqual(['2026-03-09 17:00 dossier.overdue moment → user:hoa']);
    expect(look.next()).toBeNull();
  });

  it('escalates as far as the data was fresh, to the minute', () => {
    const dossier = aDossier({ source: imported('2026-03-09 14:30') });
    const look = watch(dossier, { rules: OVERDUE }).lookAt('2026-03-12 10:00');
    expect(look.raised()).toEqual([
      '2026-03-09 17:00 dossier.overdue moment → user:head',
      '2026-03-09 17:00 dossier.overdue moment → user:hoa',
    ]);
    const fresh = aDossier({ source: imported('2026-03-09 15:00') });
    expect(watch(fresh, { rules: OVERDUE }).lookAt('2026-03-12 10:00').raised()).toHaveLength(3);
  });

  it('escalates again when fresh data confirms it', () => {
    const look = watch(aDossier({ source: imported('2026-03-09 10:00') }), { rules: OVERDUE });
    look.lookAt('2026-03-10 09:00');
    look.becomes(aDossier({ source: imported('2026-03-10 09:00') })).lookAt('2026-03-10 09:00');
    expect(look.raised()).toEqual(['2026-03-09 17:00 dossier.overdue moment → user:head']);
    expect(look.next()).toBe('2026-03-10 09:30');
  });

  it('said to be finished there closes everything provisionally, until the next import', () => {
    const look = watch(aDossier({ source: imported('2026-03-09 15:00') }), { rules: OVERDUE });
    look.lookAt('2026-03-09 17:00');
    const source = imported('2026-03-09 15:00', { doneAtSourceAt: at('2026-03-09 17:05') });
    look.becomes(aDossier({ source })).lookAt('2026-03-09 17:05');
    expect(look.open()).toEqual([]);
    expect(look.next()).toBeNull();

    const contradicted = { ...source, asOf: at('2026-03-09 17:06') };
    look.becomes(aDossier({ source: contradicted })).lookAt('2026-03-09 17:06');
    expect(look.open()).toHaveLength(2);
    expect(look.raised()).toEqual([]);
  });

  it('an import of the very moment it was pressed does not contradict it', () => {
    const source = imported('2026-03-09 17:05', { doneAtSourceAt: at('2026-03-09 17:05') });
    expect(
      watch(aDossier({ source }), { rules: OVERDUE }).lookAt('2026-03-10 10:00').raised(),
    ).toEqual([]);
  });

  it('long past when it was first imported is shown, not pushed', () => {
    const clock = aClock('2026-02-02 08:00', '2026-02-09 17:00', {
      since: mark('2026-03-02 09:00', 5),
    });
    const dossier = aDossier({ clock, source: imported('2026-03-02 09:00') });
    const look = watch(dossier, { rules: rulesOf('dossier.near', 'dossier.overdue') });
    look.lookAt('2026-03-02 09:00');
    expect(look.rows().every(({ hush }) => hush === 'beforeImport')).toBe(true);
    expect(look.raised().every((row) => row.startsWith('2026-03-02 09:00'))).toBe(true);
    expect(look.open()).toHaveLength(2);
    expect(look.next()).toBe('2026-03-02 11:00');
  });

  it('that happened at the moment of the first import is news', () => {
    const clock = aClock('2026-02-23 08:00', '2026-03-02 09:00', {
      since: mark('2026-03-02 09:00', 5),
    });
    const dossier = aDossier({ clock, source: imported('2026-03-02 09:00') });
    const look = watch(dossier, { rules: OVERDUE }).lookAt('2026-03-02 09:00');
    expect(look.rows().map(({ hush }) => hush)).toEqual([null, null]);
  });
});

describe('rules of the unit', () => {
  const near = { kind: 'dossier.near' } as const;
  const inMinutes = (minutes: number) => [{ at: 'minutesBefore', minutes }] as const;

  it('the more precise override wins: unit, allowance class, procedure', () => {
    const override = (level: number) =>
      [
        { ...near, procedureCode: '1.004884', thresholds: inMinutes(180) },
        { ...near, allowanceClass: 'long', thresholds: inMinutes(120) },
        { ...near, thresholds: inMinutes(60) },
        { ...near, procedureCode: '9.999999', thresholds: inMinutes(600) },
        { ...near, allowanceClass: 'short', thresholds: inMinutes(660) },
      ].slice(level) as typeof DEFAULT_ALERT_RULES.overrides;
    const thresholds = (level: number) =>
      watch(aDossier(), { rules: { ...DEFAULT_ALERT_RULES, overrides: override(level) } })
        .lookAt('2026-03-09 16:59')
        .rows()
        .filter(({ key }) => key.kind === 'dossier.near')
        .map(({ key }) => key.threshold);
    expect(thresholds(0)).toEqual(['-3h']);
    expect(thresholds(1)).toEqual(['-2h']);
    expect(thresholds(2)).toEqual(['-1h']);
    expect(thresholds(3)).toEqual(['50%', '-3d', '-1d']);
  });

  it('a kind switched off is silent, and what it had raised is closed', () => {
    const look = watch(aDossier(), { rules: rulesOf('dossier.overdue') }).lookAt(
      '2026-03-09 17:00',
    );
    expect(look.open()).toHaveLength(2);
    expect(look.under(rulesOf()).lookAt('2026-03-09 17:10').open()).toEqual([]);
    expect(look.next()).toBeNull();
  });

  it('an annulled dossier is silent in every kind', () => {
    const dossier = aDossier({
      state: 'annulled',
      supplementProposed: mark('2026-03-03 10:00', 4, hoa),
      duties: [{ kind: 'archive.missing', since: mark('2026-03-03 10:00') }],
    });
    expect(watch(dossier).lookAt('2026-03-20 10:00').raised()).toEqual([]);
  });
});
