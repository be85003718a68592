import { describe, expect, it } from '@jest/globals';
import { EVERYBODY } from '../../../test/support/alert-case.ts';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import { at } from '../../../test/support/moment.ts';
import {
  NATIONAL_CALENDAR,
  anIntake,
  anOffice,
  clerk,
  director,
  reception,
} from '../../../test/support/office.ts';
import { known } from '../../../test/support/told-dossier.ts';
import type { DossierId, DossierState, ProcedureSnapshot } from '../dossier/index.ts';
import { DEFAULT_ALERT_RULES, dossierSubject, signalsDue, type SourceView } from './index.ts';

const id = 'dossier-1' as DossierId;
const received = receivedAt('2026-03-02 09:00', reception);
const issued = act('2026-03-03 09:00', director, 'issue-result', {});
const components = act('2026-03-03 10:00', reception, 'digitise-components', {});
const result = act('2026-03-03 10:00', reception, 'digitise-result', {});
const electronic = act('2026-03-03 10:00', clerk, 'issue-electronic-result', {});
const archived = act('2026-03-03 10:00', clerk, 'archive', {});

const subjectOf = (state: DossierState, now: string, source: SourceView | null = null) =>
  dossierSubject(state, anOffice({ now: at(now) }), { id, source });

const owed = (state: DossierState): readonly string[] =>
  subjectOf(state, '2026-03-04 09:00').duties.map(({ kind }) => kind);

const receivedFor = (changes: Partial<ProcedureSnapshot>) => {
  const { procedure, ...intake } = anIntake();
  const asked = { ...intake, procedure: { ...procedure, ...changes } };
  return receivedAt('2026-03-02 09:00', reception, asked);
};

describe('what a dossier with a result owes the stores', () => {
  it('is everything that nobody has done, and nothing before there is a result', () => {
    expect(owed(given(received).state())).toEqual([]);
    expect(owed(given(received, issued).state())).toEqual([
      ...['digitisation.missing', 'eResult.missing', 'archive.missing'],
    ]);
    expect(owed(given(received, issued, components, electronic).state())).toEqual([
      ...['digitisation.missing', 'archive.missing'],
    ]);
    const all = given(received, issued, components, result, electronic, archived);
    expect(owed(all.state())).toEqual([]);
  });

  it('counts what was done before the result', () => {
    const early = act('2026-03-02 09:30', reception, 'digitise-components', {});
    expect(owed(given(received, early, issued, result, electronic, archived).state())).toEqual([]);
  });

  it('is owed again when it turns out not to have been done', () => {
    const done = given(received, issued, components, result, electronic, archived);
    const { version } = done.state();
    const voided = act('2026-03-03 11:00', director, 'void', { version, reason: 'Nhầm hồ sơ' });
    const again = given(received, issued, components, result, electronic, archived, voided);
    expect(owed(again.state())).toEqual(['archive.missing']);
  });

  it('is nothing on paper where the result is no document', () => {
    const state = given(receivedFor({ paperResult: false }), issued, components).state();
    expect(owed(state)).toEqual(['archive.missing']);
  });

  it('is nothing of a dossier that was stopped, is counted with another, or belongs to ngành dọc', () => {
    const stopped = act('2026-03-03 09:00', director, 'stop', {
      ...{ reasonCode: 'no-answer', reason: 'Không bổ sung' },
    });
    expect(owed(given(received, stopped).state())).toEqual([]);
    const linked = act('2026-03-03 10:00', director, 'link', { dossierId: 'dossier-2' });
    expect(owed(given(received, issued, linked).state())).toEqual([]);
    expect(owed(given(receivedFor({ authority: 'vertical' }), issued).state())).toEqual([]);
  });
});

describe('a dossier that finished in another system', () => {
  const silent = [
    ['received', '2026-03-18 08:00'],
    ['resultIssued', '2026-03-19 16:00'],
  ] as const;
  const telling = [...silent, ['componentsDigitised', '2026-03-18 08:10']] as const;
  const heardAt = (when: string): SourceView => ({
    ...{ asOf: at('2026-03-20 08:00'), firstImportedAt: at(when), doneAtSourceAt: null },
  });

  it('owes nothing that its list does not speak of', () => {
    expect(
      subjectOf(known(silent), '2026-03-20 16:00', heardAt('2026-03-20 09:00')).duties,
    ).toEqual([]);
    const kinds = subjectOf(known(telling), '2026-03-20 16:00').duties.map(({ kind }) => kind);
    expect(kinds).toEqual(['digitisation.missing', 'eResult.missing', 'archive.missing']);
  });

  it('is told of when the working day after its result ends, and never when that was long ago', () => {
    const raisedWhenHeard = (when: string): readonly string[] => {
      const subject = subjectOf(known(telling), '2026-03-20 16:00', heardAt(when));
      const { raise } = signalsDue({
        ...{ subject, rules: DEFAULT_ALERT_RULES, calendar: NATIONAL_CALENDAR, raised: [] },
        ...{ people: { colleagues: EVERYBODY, absences: [] }, now: at('2026-03-20 16:00') },
      });
      return raise.map(({ key }) => key.kind).filter((kind) => kind.endsWith('.missing'));
    };
    expect(raisedWhenHeard('2026-03-20 09:00')).toEqual([
      ...['digitisation.missing', 'eResult.missing', 'archive.missing'],
    ]);
    expect(raisedWhenHeard('2026-03-20 16:00:01')).toEqual([]);
  });
});
