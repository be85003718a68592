import { describe, expect, it } from '@jest/globals';
import { toldAnew } from './applicant-book.service.ts';
import type { ApplicantRow } from './applicant-row.ts';

const stood: ApplicantRow = {
  ...{ kind: 'organisation', name: 'Công ty Bưởi', phone: '0912345678', idNumber: null },
  ...{ taxCode: '0201234567', address: null, email: null, onBehalfOf: null },
};

describe('an applicant told anew', () => {
  it('is nothing new where the same is told', () => {
    expect(toldAnew(stood, { kind: 'organisation', name: 'Công ty Bưởi' })).toBeUndefined();
    expect(
      toldAnew(stood, { kind: 'person', name: 'Công ty Bưởi', phone: '0912345678' }),
    ).toBeUndefined();
  });

  it('takes what is told and keeps what is not', () => {
    const after = toldAnew(stood, { kind: 'person', name: 'Công ty Cam', phone: '0987000111' });
    expect(after).toEqual({
      ...{ kind: 'organisation', name: 'Công ty Cam', phone: '0987000111' },
      taxCode: '0201234567',
    });
  });

  it('is taken whole where nobody was known', () => {
    const told = { kind: 'person', name: 'Lê Thị Bình' } as const;
    expect(toldAnew(undefined, told)).toEqual(told);
  });
});
