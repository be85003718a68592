import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported, type Telling } from '../../../test/support/reported-history.ts';
import { dayOf } from '../working-time/index.ts';
import { membersOf } from './cells.ts';
import { digitisation, digitisationShares } from './digitisation.ts';
import { DIGITISATION_COLUMNS, type DigitisationColumn } from './digitisation-columns.ts';
import { ii06b } from './ii06b.ts';
import { percentageOf } from './share.ts';
import { stepsReport } from './steps.ts';

const JANUARY = { from: dayOf(at('2025-12-15')), to: dayOf(at('2026-01-14')) };

const RECEIVED: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-20 17:00' }];
const ISSUED: Telling = ['resultIssued', '2026-01-13 16:00', { due: '2026-01-20 17:00' }];
const COMPONENTS: Telling = ['componentsDigitised', '2026-01-12 08:05'];
const RESULT: Telling = ['resultDigitised', '2026-01-14 23:59'];

function columnsFor(...tellings: readonly Telling[]): readonly DigitisationColumn[] {
  const { total } = digitisation([reported({}, ...tellings)], JANUARY);
  return DIGITISATION_COLUMNS.filter((column) => total[column].length > 0);
}

describe('Phụ lục 01, the digitisation of dossiers', () => {
  it('counts a settled dossier with both files', () => {
    expect(columnsFor(RECEIVED, COMPONENTS, ISSUED, RESULT)).toEqual([
      'total',
      'resolved',
      'resolvedWithComponents',
      'resolvedWithResult',
      'resolvedWithBoth',
    ]);
  });

  it('counts an open dossier without any file', () => {
    expect(columnsFor(RECEIVED)).toEqual([
      'total',
      'pending',
      'pendingWithoutComponents',
      'pendingWithoutResult',
    ]);
  });

  it('does not see a file that came after the period', () => {
    expect(
      columnsFor(RECEIVED, COMPONENTS, ISSUED, ['resultDigitised', '2026-01-15 00:00']),
    ).toEqual(['total', 'resolved', 'resolvedWithComponents', 'resolvedWithoutResult']);
  });

  it('counts archived results among the settled and reused data among all', () => {
    const archived: Telling = ['archivedToStore', '2026-01-14 08:00'];
    const reused: Telling = ['dataReused', '2026-01-12 08:01'];
    expect(columnsFor(RECEIVED, ISSUED, archived, reused)).toEqual(
      expect.arrayContaining(['archived', 'reused']),
    );
    expect(columnsFor(RECEIVED, archived, reused)).toContain('reused');
    expect(columnsFor(RECEIVED, archived, reused)).not.toContain('archived');
  });

  it('speaks of the same dossiers as II.06b', () => {
    const dossiers = [
      reported({ id: 'a' }, RECEIVED, ISSUED),
      reported({ id: 'b' }, RECEIVED),
      reported({ id: 'c' }, ['submitted', '2026-01-12 08:00']),
      reported({ id: 'd', procedure: { authority: 'vertical' } }, RECEIVED),
    ];
    const [form, appendix] = [ii06b(dossiers, JANUARY), digitisation(dossiers, JANUARY)];
    expect([form.form, appendix.form, stepsReport(dossiers, JANUARY).form]).toEqual([
      'ii06b',
      'digitisation',
      'steps',
    ]);
    expect(appendix.total.total).toEqual(form.total.total);
    expect(appendix.total.pending).toEqual(form.total.pending);
    expect(appendix.total.resolved).toEqual(form.total.resolved);
    expect(appendix.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(digitisation(dossiers, { ...JANUARY, authority: 'vertical' }).total.total).toEqual([
      'd',
    ]);
  });

  it('has a row per unit, or per whatever is asked', () => {
    const dossier = reported({ unit: 'H24.98' }, RECEIVED);
    expect(membersOf(digitisation([dossier], JANUARY), 'H24.98', 'total')).toEqual(['hs-1']);
    expect(
      membersOf(digitisation([dossier], { ...JANUARY, by: 'field' }), 'Hộ tịch', 'total'),
    ).toEqual(['hs-1']);
  });

  it('points at an open dossier that already has a result file', () => {
    const strange = reported({ id: 'strange' }, RECEIVED, RESULT);
    const plain = reported({ id: 'plain' }, RECEIVED);
    expect(digitisation([strange, plain], JANUARY).flags).toEqual([
      { code: 'open-with-result-file', members: ['strange'] },
    ]);
    expect(digitisation([plain], JANUARY).flags).toEqual([]);
  });

  it('divides what is settled by what is settled, and reuse by all', () => {
    const dossiers = [
      reported({ id: 'a' }, RECEIVED, COMPONENTS, ISSUED, RESULT, [
        'dataReused',
        '2026-01-12 09:00',
      ]),
      reported({ id: 'b' }, RECEIVED, COMPONENTS, ISSUED),
      reported({ id: 'c' }, RECEIVED, ISSUED),
      reported({ id: 'd' }, RECEIVED),
    ];
    const shares = digitisationShares(digitisation(dossiers, JANUARY).total);
    expect(shares).toEqual({
      components: { numerator: 2, denominator: 3 },
      result: { numerator: 1, denominator: 3 },
      both: { numerator: 1, denominator: 3 },
      reused: { numerator: 1, denominator: 4 },
    });
    expect(percentageOf(shares.reused)).toMatchObject({ text: '25,00' });
  });
});
