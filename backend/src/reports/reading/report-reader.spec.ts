import { setImmediate as breath } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ReportReader } from './report-reader.service.ts';

const reader = new ReportReader();
afterAll(() => reader.onModuleDestroy());

const WRONG = 'Đã giải quyết 80/100 hồ sơ, đạt tỷ lệ 90%.';
/** Threads of this room start from its sources, on whatever machine. */
const PATIENCE_MS = 60_000;

describe('reports that people bring', () => {
  it(
    'are read beside whoever else is served',
    async () => {
      const read = reader.check(WRONG);
      const isRead = read.then(() => true);
      let breaths = 0;
      while (!(await Promise.race([isRead, breath(false)]))) breaths += 1;
      expect(breaths).toBeGreaterThan(10);
      expect(await read).toMatchObject({ findings: [{ kind: 'percent-wrong' }] });
    },
    PATIENCE_MS,
  );

  it(
    'are unreadable where they are no document, and the next is read all the same',
    async () => {
      const broken = await reader.check(Buffer.from('PK không phải tệp Word'));
      expect(broken).toEqual({ refused: 'report-file-unreadable' });
      expect(await reader.check(WRONG)).toMatchObject({ text: WRONG });
    },
    PATIENCE_MS,
  );
});
