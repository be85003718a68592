import { describe, expect, it } from '@jest/globals';
import type { EventAnswer } from '#contract/dossiers';
import { happenedWords } from '#wording/dossiers';
import { entryLines } from './entry-lines.ts';
import { entriesOf } from './timeline-entries.ts';

const at = (hour: number): string => `2026-01-15T${String(hour).padStart(2, '0')}:00:00+07:00`;

const event = (
  version: number,
  type: string,
  { hour = 7 + version, payload = {} }: { readonly hour?: number; readonly payload?: object } = {},
): EventAnswer => ({
  ...{ version, type, backdated: false, recordedAt: at(7 + version), occurredAt: at(hour) },
  actor: { kind: 'officer', id: 'an' },
  payload: { ...payload },
});

const shown = (events: readonly EventAnswer[]) =>
  entriesOf(events).map(({ event: { version }, type, voidedBy, correctedBy }) =>
    [version, type, voidedBy, correctedBy].filter((each) => each !== undefined).join(' '),
  );

describe('the timeline of a dossier', () => {
  it('begins with what happened last, whenever that was entered', () => {
    const events = [event(1, 'received'), event(2, 'noteAdded'), event(3, 'assigned', { hour: 8 })];
    expect(shown(events)).toEqual(['2 noteAdded', '3 assigned', '1 received']);
  });

  it('strikes what was taken back and says by what', () => {
    const events = [
      event(1, 'received'),
      event(2, 'resultIssued'),
      event(3, 'voided', { payload: { version: 2, dues: [] } }),
    ];
    expect(shown(events)).toEqual(['3 voided', '2 resultIssued 3', '1 received']);
  });

  it('lets stand again what was taken back by mistake', () => {
    const events = [
      event(1, 'received'),
      event(2, 'resultIssued'),
      event(3, 'voided', { payload: { version: 2 } }),
      event(4, 'voided', { payload: { version: 3 } }),
    ];
    expect(shown(events)).toContain('2 resultIssued');
  });

  it('shows a mended event as it is now, and as it was', () => {
    const changes = { occurredAt: at(7), payload: { documentNo: '2/QĐ' } };
    const [, mended] = entriesOf([
      event(1, 'resultIssued', { payload: { documentNo: '1/QĐ' } }),
      event(2, 'corrected', { payload: { version: 1, changes, dues: [] } }),
    ]);
    expect(mended).toMatchObject({
      ...{ occurredAt: at(7), wasAt: at(8), correctedBy: 2 },
      members: [{ name: 'documentNo', value: '2/QĐ', was: '1/QĐ' }],
    });
  });

  it('says why a due moment was revised', () => {
    const [revised] = entriesOf([event(1, 'dueRevised', { payload: { cause: 'calendar' } })]);
    if (revised === undefined) throw new Error('nothing happened');
    expect(entryLines(revised, happenedWords.vi, () => undefined)).toMatchObject([
      { label: 'Vì', text: 'lịch làm việc của đơn vị thay đổi' },
    ]);
  });

  it('shows a forgotten event where it belongs', () => {
    const insert = { type: 'assigned', occurredAt: at(8), payload: { departmentCode: 'tu-phap' } };
    const entries = entriesOf([
      event(1, 'received', { hour: 7 }),
      event(2, 'resultIssued'),
      event(3, 'corrected', { hour: 10, payload: { insert, dues: [] } }),
    ]);
    expect(entries.map(({ type }) => type)).toEqual(['resultIssued', 'assigned', 'received']);
    expect(entries[1]).toMatchObject({ wasAt: undefined, members: [{ value: 'tu-phap' }] });
  });
});
