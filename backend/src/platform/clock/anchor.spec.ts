import { describe, expect, it } from '@jest/globals';
import { formatInstant, instant } from '#domain/working-time';
import { officeTimeAt, readClockSetting } from './anchor.ts';

const machineAt = Date.parse('2026-11-21T09:00:00+07:00');

const office = (setting: string, passedMs: number): string => {
  const anchor = readClockSetting(setting);
  if (anchor === undefined) throw new Error(`no setting: ${setting}`);
  return formatInstant(instant(officeTimeAt({ machineAt, ...anchor }, machineAt + passedMs)));
};

describe('a moved office clock', () => {
  it('begins where it was set', () => {
    expect(office('2026-01-15T07:30:00+07:00@600', 0)).toBe('2026-01-15T07:30:00+07:00');
  });

  it('runs as fast as it was told: ten minutes in a second', () => {
    expect(office('2026-01-15T07:30:00+07:00@600', 1_000)).toBe('2026-01-15T07:40:00+07:00');
  });

  it('keeps the machine’s pace when no rate is given', () => {
    expect(office('2026-01-15T07:30:00+07:00', 1_500)).toBe('2026-01-15T07:30:01.500+07:00');
  });

  it('can stand still', () => {
    expect(office('2026-01-15T07:30:00+07:00@0', 86_400_000)).toBe('2026-01-15T07:30:00+07:00');
  });

  it('is not set to a day that does not exist', () => {
    expect(readClockSetting('2026-02-30T07:30:00+07:00@1')).toBeUndefined();
  });

  it('is the machine’s own where nobody moved it', () => {
    expect(officeTimeAt(undefined, machineAt)).toBe(machineAt);
  });
});
