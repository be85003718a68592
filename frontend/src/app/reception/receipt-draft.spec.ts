import { describe, expect, it } from '@jest/globals';
import { newDossierSchema } from '#contract/dossiers';
import { DEFAULT_WEEKLY_HOURS, compileCalendar } from '#domain/working-time';
import { type ReceiptDraft, bodyOf, emptyDraft, faultsOf } from './receipt-draft.ts';

const calendar = compileCalendar(
  { weeklyHours: DEFAULT_WEEKLY_HOURS, days: [], officialYears: [2026] },
  'v1',
);
const typed = (changes: Partial<ReceiptDraft> = {}): ReceiptDraft => ({
  ...emptyDraft,
  procedureCode: '2.000815',
  name: ' Nguyễn Văn An ',
  ...changes,
});
const sent = (changes: Partial<ReceiptDraft> = {}) => bodyOf(typed(changes), 2, calendar);

describe('a receipt typed at the counter', () => {
  it('is online and assisted unless somebody says otherwise, and says no more than was typed', () => {
    expect(sent()).toEqual({
      unitId: 2,
      procedureCode: '2.000815',
      channel: 'online',
      assistedAtCounter: true,
      applicant: { kind: 'person', name: 'Nguyễn Văn An' },
    });
  });

  it('says which papers were handed over, of which kind and how many', () => {
    const paper = { kind: 'original', copies: '1', isHere: true, isAdded: false } as const;
    const components = [
      { ...paper, name: 'Tờ khai' },
      { ...paper, name: 'Giấy chứng sinh', isHere: false },
      { ...paper, name: ' Sổ hộ khẩu ', kind: 'copy', copies: '2', isAdded: true },
      { ...paper, name: ' ', isAdded: true },
    ] as const;
    expect(sent({ components: [...components] })).toMatchObject({
      components: [
        { name: 'Tờ khai', kind: 'original', copies: 1 },
        { name: 'Sổ hộ khẩu', kind: 'copy', copies: 2 },
      ],
    });
    expect(newDossierSchema.safeParse(sent({ components: [...components] })).success).toBe(true);
  });

  it.each(['0', '', '1,5', '1001'])('is mended where somebody wrote %p copies', (copies) => {
    const paper = { name: 'Tờ khai', kind: 'original', isHere: true, isAdded: false } as const;
    const faults = (changes: object) =>
      faultsOf(typed({ components: [{ ...paper, copies, ...changes }] }), calendar);
    expect(faults({})).toEqual({ components: 'copiesWrong' });
    expect(faults({ isHere: false })).toEqual({});
  });

  it('in person was not assisted online', () => {
    expect(sent({ channel: 'direct' })).not.toHaveProperty('assistedAtCounter');
  });

  it('takes over the moment of a slip, and a day alone as the end of its work', () => {
    expect(sent({ declaredDue: '15/01/2026 16:00' })).toMatchObject({
      declaredDueAt: '2026-01-15T16:00:00+07:00',
    });
    expect(sent({ declaredDue: '15/01/2026' })).toMatchObject({
      declaredDueAt: '2026-01-15T17:00:00+07:00',
    });
    expect(sent({ declaredDue: '15/01/2026 Từ 13:00 đến 16:30' })).toMatchObject({
      declaredDueAt: '2026-01-15T16:30:00+07:00',
    });
  });

  it('is what the server understands, with everything filled in', () => {
    const whole = sent({
      ...{ variantKey: 'nhieu-trang', phone: '0912 345 678', isOrganisation: true },
      ...{ officialCode: 'H24.99-260115-0001', declaredDue: '15/01/2026' },
      ...{ receivedAt: '14/01/2026 08:30', backdateReason: 'Mất mạng', submitOnly: true },
    });
    expect(newDossierSchema.safeParse(whole).error).toBeUndefined();
  });

  it('is not sent while something is missing or cannot be read', () => {
    expect(faultsOf(typed(), calendar)).toEqual({});
    expect(faultsOf(emptyDraft, calendar)).toEqual({
      procedureCode: 'procedureMissing',
      name: 'nameMissing',
    });
    const wrong = typed({
      ...{ phone: 'abc', officialCode: 'H24 99' },
      ...{ declaredDue: '32/01/2026', receivedAt: '15/01/2026' },
    });
    expect(faultsOf(wrong, calendar)).toEqual({
      phone: 'phoneWrong',
      officialCode: 'officialCodeWrong',
      declaredDue: 'momentWrong',
      receivedAt: 'momentWrong',
    });
  });

  it('asks for the hour where a slip promises a day nobody works', () => {
    expect(faultsOf(typed({ declaredDue: '17/01/2026' }), calendar)).toEqual({
      declaredDue: 'momentWrong',
    });
  });
});
