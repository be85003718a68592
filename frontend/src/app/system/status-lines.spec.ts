import { describe, expect, it } from '@jest/globals';
import type { SystemStatus } from '#contract/system';
import { systemWords } from '#wording/system';
import { statusLines } from './status-lines.ts';

const status: SystemStatus = {
  ...{ at: '2026-01-15T09:00:00+07:00', version: '0.1.0', node: 'v24.1.0', uptimeSeconds: 60 },
  status: 'degraded',
  checks: [
    { name: 'database', ok: true, elapsedMs: 3 },
    { name: 'queue', ok: false, kind: 'redis' },
    { name: 'outbox', ok: false },
  ],
  ...{ queue: { kind: 'redis', lanes: null }, rounds: [], schedules: [] },
  workers: [
    { id: '0197aaaa', upSeconds: 60, heardSeconds: 2, isMissed: false, failures: 0 },
    { id: '0197bbbb', upSeconds: 60, heardSeconds: 300, isMissed: true, failures: 0 },
  ],
  ...{ sweepLagSeconds: 75, feed: { openPages: 2, behind: 0 } },
};

describe('how the product is doing', () => {
  it('is told part by part, and what is not answered is said to be unknown', () => {
    expect(statusLines(status, systemWords.vi)).toEqual([
      { name: 'Cơ sở dữ liệu', isOk: true, note: 'trả lời sau 3 ms' },
      { name: 'Hàng đợi', isOk: false, note: 'trên Redis' },
      { name: 'Việc chờ chuyển vào hàng đợi', isOk: false, note: 'Chưa rõ' },
      { name: 'Tiến trình làm việc', isOk: false, note: '1 đang chạy, 1 mất tin' },
      { name: 'Rà soát cảnh báo', isOk: false, note: 'chậm 1 phút' },
      { name: 'Cập nhật màn hình', isOk: true, note: '2 màn hình đang mở, chậm 0 thay đổi' },
    ]);
  });

  it('needs somebody to do the rounds', () => {
    const line = statusLines({ ...status, workers: [] }, systemWords.vi).find(
      ({ name }) => name === 'Tiến trình làm việc',
    );
    expect(line).toMatchObject({ isOk: false, note: 'không có tiến trình nào' });
  });
});
