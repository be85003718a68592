import { describe, expect, it } from '@jest/globals';
import { Failure, describeFailure } from './say.mjs';

const failure = new Failure({
  vi: { what: 'Không mở được cổng.', why: 'Đang bận.', todo: 'Chọn cổng khác.' },
  en: { what: 'Cannot open the port.', why: 'Busy.', todo: 'Choose another.' },
});

describe('what a person reads when something fails', () => {
  it('is what happened, why and what to do, Vietnamese first', () => {
    expect(describeFailure(failure).trim().split('\n')).toEqual([
      'Không mở được cổng.',
      '  Vì sao: Đang bận.',
      '  Cần làm: Chọn cổng khác.',
      '',
      'Cannot open the port.',
      '  Why: Busy.',
      '  What to do: Choose another.',
    ]);
  });

  it('has a next step even when nobody foresaw the error', () => {
    const text = describeFailure(new TypeError('x is not a function'));
    expect(text).toContain('Vì sao: x is not a function');
    expect(text).toContain('Cần làm: ');
    expect(text).toContain('What to do: ');
  });
});
