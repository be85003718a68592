import { describe, expect, it } from '@jest/globals';
import { thresholdKey } from '#domain/alert';
import { alertWords } from '#wording/alerts';
import { uiWords } from '#wording/ui';
import { thresholdWords } from './threshold-words.ts';

const said = (key: string) => thresholdWords(key, alertWords.vi.thresholds, uiWords.vi.span);

describe('where a rule drew its line', () => {
  it.each([
    [{ at: 'minutesBefore', minutes: 240 }, 'trước hạn 4 giờ'],
    [{ at: 'minutesBefore', minutes: 30 }, 'trước hạn 30 phút'],
    [{ at: 'daysBefore', days: 3 }, 'trước hạn 3 ngày'],
    [{ at: 'minutesAfter', minutes: 120 }, 'sau 2 giờ'],
    [{ at: 'daysAfter', days: 5 }, 'sau 5 ngày'],
    [{ at: 'share', percent: 50 }, 'khi đã dùng 50 % thời hạn'],
    [{ at: 'dayStart' }, 'đầu giờ làm việc ngày đến hạn'],
    [{ at: 'moment' }, 'đúng lúc việc xảy ra'],
  ] as const)('is said of %j as “%s”', (threshold, text) => {
    expect(said(thresholdKey(threshold))).toBe(text);
  });
});
