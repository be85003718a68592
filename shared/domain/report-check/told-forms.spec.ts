import { describe, expect, it } from '@jest/globals';
import { toldForms } from './told-forms.ts';

const JANUARY = { from: '15/12/2025', to: '14/01/2026' };
const WIDE = 'Hộ tịch\t12\t7\t3\t2\t9\t4\t3\t1\t1\t0\t3\t2\t1\t0';
const HEAD = 'Biểu số II.06b\n(Từ ngày 15/12/2025 đến ngày 14/01/2026)';

describe('the figures of a report from elsewhere', () => {
  it('are read row by row, the sum left to who adds up', () => {
    const text = `${HEAD}\n1\t${WIDE}\n2\tĐất đai\t${Array(14).fill('0').join('\t')}\n\tTổng cộng\t12\t7\t3\t2\t9\t4\t3\t1\t1\t0\t3\t2\t1\t0`;
    const { ii06b, digitisation, namesPeriod } = toldForms(text, JANUARY);
    expect(ii06b?.map(({ label }) => label)).toEqual(['Hộ tịch', 'Đất đai']);
    expect(ii06b?.[0]?.numbers).toMatchObject({
      ...{ total: 12, onlineInPeriod: 7, directOrPostInPeriod: 3, carriedOver: 2 },
      ...{ resolved: 9, resolvedLate: 1, rejected: 1, pending: 3, pendingLate: 1 },
    });
    expect([digitisation, namesPeriod]).toEqual([null, true]);
  });

  it('leave out what the narrower layout has no column for', () => {
    const text = `${HEAD}\n1\tHộ tịch\t12\t7\t3\t2\t9\t4\t4\t1\t3\t2\t1\n\tTổng\t12\t7\t3\t2\t9\t4\t4\t1\t3\t2\t1`;
    expect(toldForms(text, JANUARY).ii06b?.[0]?.numbers).toMatchObject({
      ...{ total: 12, resolvedOnTime: 4, rejected: 0, withdrawn: 0, pendingSupplement: 0 },
    });
  });

  it('are those of the period asked for where a report has several tables', () => {
    const year = HEAD.replace('15/12/2025', '15/12/2024');
    const old = WIDE.replaceAll('12', '99');
    const text = `${year}\n1\t${old}\n\tTổng\t${old.slice(8)}\n${HEAD.replace('14/01', '14/1')}\n1\t${WIDE}`;
    expect(toldForms(text, JANUARY).ii06b?.[0]?.numbers.total).toBe(12);
  });

  it('are none where nothing is a table of the forms, and name no period they do not speak of', () => {
    expect(toldForms('Đã giải quyết 80/100 hồ sơ.', JANUARY)).toEqual({
      ...{ ii06b: null, digitisation: null, namesPeriod: false },
    });
  });

  it('are none where half a dossier is counted', () => {
    const text = `${HEAD}\n1\t${WIDE.replace('\t9\t', '\t9,5\t')}`;
    expect(toldForms(text, JANUARY).ii06b).toBeNull();
  });
});
