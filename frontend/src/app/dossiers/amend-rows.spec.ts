import { describe, expect, it } from '@jest/globals';
import { commandBodies } from '#contract/dossiers';
import { DEFAULT_WEEKLY_HOURS, compileCalendar, instant, parseInstant } from '#domain/working-time';
import { actWords, happenedWords } from '#wording/dossiers';
import { type AmendRow, amendRows, dueRow } from './amend-rows.ts';
import { correctionSheet, insertionSheet } from './amend-sheets.ts';
import { type ActSheet, type Typed, saidOf } from './act-sheet.ts';
import { FORGETTABLE, eventFields } from './event-fields.ts';
import { entriesOf } from './timeline-entries.ts';

const definition = { weeklyHours: DEFAULT_WEEKLY_HOURS, days: [], officialYears: [] };
const now = parseInstant('2026-01-15T09:00:00+07:00') ?? instant(0);
const desk = { now, calendar: compileCalendar(definition, 'thử') };

const [received, extended] = entriesOf([
  {
    ...{ version: 1, type: 'extended', backdated: false, actor: { kind: 'officer', id: 'an' } },
    ...{ recordedAt: '2026-01-14T08:00:00+07:00', occurredAt: '2026-01-14T08:00:00+07:00' },
    payload: { dueAt: '2026-01-20T17:00:00+07:00' },
  },
  {
    ...{ version: 2, type: 'received', backdated: false, actor: { kind: 'officer', id: 'an' } },
    ...{ recordedAt: '2026-01-15T08:00:00+07:00', occurredAt: '2026-01-15T08:00:00+07:00' },
    payload: { declaredDueAt: '2026-01-16T17:00:00+07:00' },
  },
]);

const fieldsOf = (sheet: ActSheet, typed: Typed) => sheet.fieldsFor?.(typed) ?? sheet.fields;

const choicesOf = (field: ReturnType<typeof fieldsOf>[number]) =>
  field.name === 'type'
    ? FORGETTABLE.map((type) => ({ value: type, label: happenedWords.vi.names[type] ?? '' }))
    : [];

const rows = (sheet: ActSheet, changes: Typed): readonly AmendRow[] => {
  const typed = { ...sheet.initial, ...changes };
  return amendRows(fieldsOf(sheet, typed), { initial: sheet.initial, typed, desk }, choicesOf);
};

const body = (sheet: ActSheet, changes: Typed) => {
  const typed = { ...sheet.initial, ...changes };
  return sheet.bodyOf(saidOf(fieldsOf(sheet, typed), typed, desk));
};

describe('what a correction changes', () => {
  it('is shown beside what stands, moments as people write them', () => {
    if (received === undefined) throw new Error('no entry');
    const sheet = correctionSheet(received, 'Đính chính');
    expect(rows(sheet, { reason: 'Nhầm' })).toEqual([]);
    expect(rows(sheet, { occurredAt: '14/1 8:30', officialCode: 'H24.99-1' })).toEqual([
      { name: 'occurredAt', before: '15/01/2026 08:00', after: '14/01/2026 08:30' },
      { name: 'officialCode', before: '', after: 'H24.99-1' },
    ]);
    expect(body(sheet, { occurredAt: '14/1/2026 8:30', reason: 'Nhầm' })).toEqual({
      ...{ version: 2, reason: 'Nhầm' },
      changes: { occurredAt: '2026-01-14T08:30:00+07:00' },
    });
  });

  it('offers every member of the event that its act would have asked for', () => {
    if (extended === undefined) throw new Error('no entry');
    const { fields, initial } = correctionSheet(extended, 'Đính chính');
    expect(fields.map(({ name }) => name)).toEqual(['occurredAt', 'dueAt', 'reason']);
    expect(initial).toMatchObject({ dueAt: '20/01/2026 17:00' });
  });

  it('always tells of the due moment', () => {
    expect(dueRow(now, null)).toEqual({ name: 'due', before: '15/01/2026 09:00', after: '' });
  });
});

describe('an event that was forgotten', () => {
  const sheet = insertionSheet(actWords.vi.insertion, happenedWords.vi.names);

  it('asks for what that event says, and is told in the words of the contract', () => {
    const typed = { type: 'held', occurredAt: '14/01/2026 10:00', basisCode: 'dispute' };
    expect(fieldsOf(sheet, typed).map(({ name }) => name)).toEqual([
      ...['type', 'occurredAt', 'basisCode', 'reason'],
    ]);
    const sent = body(sheet, { ...typed, reason: 'Sót', amount: '9' });
    expect(sent).toEqual({
      insert: { type: 'held', occurredAt: '2026-01-14T10:00:00+07:00', basisCode: 'dispute' },
      reason: 'Sót',
    });
    expect(rows(sheet, typed)[0]).toEqual({
      ...{ name: 'type', before: '', after: happenedWords.vi.names['held'] },
    });
  });

  it.each(FORGETTABLE)(
    '%s has a name in both languages and takes what it asks for',
    async (type) => {
      expect(happenedWords.vi.names).toHaveProperty(type);
      const { en } = happenedWords;
      expect((typeof en === 'function' ? await en() : en).names).toHaveProperty(type);
      const said: Readonly<Record<string, string>> = {
        ...{ userId: '0197c5a0-7d1e-7000-8000-000000000001', departmentCode: 'kinh-te' },
        ...{ amount: '8000', days: '3', agency: 'Công an xã' },
        ...{ respondBy: '20/01/2026', dueAt: '20/01/2026', publishedAt: '15/01/2026 08:30' },
      };
      const typed = Object.fromEntries(
        eventFields(type).map(({ name }) => [name, said[name] ?? 'code-1']),
      );
      const sent = body(sheet, { ...typed, type, occurredAt: '15/01/2026 08:00', reason: 'Sót' });
      expect(commandBodies.correct.safeParse(sent).error).toBeUndefined();
    },
  );
});
