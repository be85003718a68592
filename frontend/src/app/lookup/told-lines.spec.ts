import { describe, expect, it } from '@jest/globals';
import type { LookupAnswer } from '#contract/lookup';
import { lookupWords } from '#wording/lookup';
import { toldLines } from './told-lines.ts';

const words = lookupWords.vi;
const told = (changes: Partial<LookupAnswer>): readonly string[] =>
  toldLines(
    {
      ...{ code: 'MC.1', state: 'processing', status: '', detail: '', unit: 'Xã Mẫu' },
      ...{ receivedAt: '08:00', dueAt: '17:00', respondBy: null },
      ...{ finishedAt: null, returnedAt: null, collectAt: null },
      ...changes,
    },
    words,
    (moment) => moment ?? '',
  ).map(({ label, text, isMain }) => `${isMain ? '!' : ''}${label}: ${text}`);

describe('what a citizen is told', () => {
  it('is first of all when the result is due', () => {
    expect(told({})[0]).toBe('!Hẹn trả kết quả: 17:00');
  });

  it('is until when to bring what is missing, and that nothing is due meanwhile', () => {
    expect(told({ state: 'awaitingSupplement', dueAt: null, respondBy: '20/11' })).toEqual([
      '!Bổ sung trước: 20/11',
      `!Hẹn trả kết quả: ${words.noDue}`,
      'Tiếp nhận lúc: 08:00',
      'Nơi giải quyết: Xã Mẫu',
    ]);
  });

  it('is where to collect, once there is something to collect', () => {
    const lines = told({ state: 'resultReady', finishedAt: '16:00', collectAt: 'Xã Mẫu' });
    expect(lines[0]).toBe('!Nhận kết quả tại: Trung tâm Phục vụ hành chính công xã Mẫu');
    expect(lines).not.toContain('Nơi giải quyết: Xã Mẫu');
  });
});
