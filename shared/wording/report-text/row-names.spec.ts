import { describe, expect, it } from '@jest/globals';
import { readLine } from '#domain/import';
import { at } from '../../../test/support/moment.ts';
import { refusalName } from './row-names.ts';

/** The ground that is kept of a refusal whose source said none. */
function groundUntold(): string {
  const office = { citySource: 'mot-cua', defaultSource: 'mot-cua', endsWait: false };
  const events = [{ type: 'refused', at: at('2026-03-02 08:00') }];
  const reading = readLine(
    { externalCode: 'H24.99-1', procedureCode: '2.000815', channel: 'online', events },
    { ...office, now: at('2026-03-20 09:00') },
  );
  const [told] = reading.ok ? reading.value.tellings : [];
  return told?.type === 'refused' ? told.payload.reasonCode : '';
}

describe('the ground of a refusal', () => {
  it('is told in words, also where the source did not say it', () => {
    expect(refusalName('not-eligible')).toBe('Không đủ điều kiện theo quy định');
    expect(refusalName(groundUntold())).toBe('Hệ thống nguồn không nêu rõ');
  });

  it('is called by its code where another system has one of its own', () => {
    expect(refusalName('LD-03')).toBe('LD-03');
  });
});
