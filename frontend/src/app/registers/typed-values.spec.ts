import { describe, expect, it } from '@jest/globals';
import { faultsOf, typedOf, valuesOf } from './typed-values.ts';

describe('what is typed into a register', () => {
  it('is read as officers write numbers, and left open where nothing was typed', () => {
    const typed = { group: 'progress', score: '19,98', rank: ' ' };
    expect(valuesOf('index766', typed)).toEqual({ group: 'progress', score: 19.98 });
    expect(typedOf({ group: 'progress', score: 19.98 })).toEqual({
      group: 'progress',
      score: '19,98',
    });
    const asked = { subject: 'Quý I', asked: '1.250', satisfied: '1200' };
    expect(valuesOf('survey', asked)).toMatchObject({ asked: 1250, satisfied: 1200 });
  });

  it('is told what is wrong with it before it is sent', () => {
    expect([...faultsOf('survey', { subject: 'Quý I', asked: 'năm mươi', satisfied: '' })]).toEqual(
      [
        ['asked', 'wrong-type'],
        ['satisfied', 'required'],
      ],
    );
  });
});
