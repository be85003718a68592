import { describe, expect, it } from '@jest/globals';
import { at, local } from '../../../test/support/moment.ts';
import { readLine, type DossierLine, type LineEvent, type ReadingOffice } from './index.ts';

const office: ReadingOffice = {
  now: at('2026-03-20 09:00'),
  citySource: 'mot-cua-hai-phong',
  defaultSource: 'mot-cua-hai-phong',
  endsWait: false,
};

const happened = (type: string, when: string, more: Partial<LineEvent> = {}): LineEvent => ({
  type,
  at: at(when),
  ...more,
});

const line = (events: readonly LineEvent[], more: Partial<DossierLine> = {}): DossierLine => ({
  externalCode: 'H24.99-1',
  procedureCode: '2.000815',
  channel: 'online',
  events,
  ...more,
});

const RECEIVED = happened('received', '2026-03-02 08:00');

const told = (events: readonly LineEvent[], more: Partial<DossierLine> = {}) => {
  const reading = readLine(line(events, more), office);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.value;
};

const lived = (events: readonly LineEvent[]) =>
  told(events).tellings.map(({ type, at: moment, payload }) => [local(moment), type, payload]);

const faults = (...events: readonly LineEvent[]) => {
  const reading = readLine(line(events), office);
  return reading.ok ? [] : reading.faults.map(({ column, code }) => `${column} ${code}`);
};

describe('a line that tells a dossier', () => {
  it('orders what happened by its moment, and in one moment as the line has it', () => {
    const events = [
      happened('resultIssued', '2026-03-04 08:00'),
      RECEIVED,
      happened('returned', '2026-03-04 08:00', { method: 'post' }),
    ];
    expect(lived(events)).toEqual([
      ['2026-03-02 08:00', 'received', {}],
      ['2026-03-04 08:00', 'resultIssued', {}],
      ['2026-03-04 08:00', 'returned', { method: 'post' }],
    ]);
  });

  it('keeps a promise with the event that made it, or tells it just before', () => {
    const dueAt = at('2026-03-09 17:00');
    expect(
      lived([
        RECEIVED,
        happened('supplementRequested', '2026-03-03 08:00'),
        happened('supplementReceived', '2026-03-04 08:00', { dueAt }),
        happened('resultIssued', '2026-03-05 08:00', { dueAt: at('2026-03-10 17:00') }),
      ]).slice(2),
    ).toEqual([
      ['2026-03-04 08:00', 'supplementReceived', { declaredDueAt: dueAt }],
      [
        '2026-03-05 08:00',
        'dueRevised',
        { cause: 'source', declaredDueAt: at('2026-03-10 17:00') },
      ],
      ['2026-03-05 08:00', 'resultIssued', {}],
    ]);
  });

  it('extends by the due moment told with the extension, and by nothing else', () => {
    const dueAt = at('2026-03-12 17:00');
    expect(lived([RECEIVED, happened('extended', '2026-03-04 08:00', { dueAt })])[1]).toEqual([
      '2026-03-04 08:00',
      'extended',
      { dueAt },
    ]);
    expect(faults(RECEIVED, happened('extended', '2026-03-04 08:00'))).toEqual([
      'events[1].dueAt required',
    ]);
  });

  it('says of their steps only that somebody has begun', () => {
    const events = [
      RECEIVED,
      happened('stepCompleted', '2026-03-03 08:00', { departmentCode: 'tu-phap' }),
    ];
    expect(lived(events)[1]).toEqual([
      '2026-03-03 08:00',
      'assigned',
      { departmentCode: 'tu-phap' },
    ]);
  });

  it('has the city’s code as its official one, another system’s only when it says so', () => {
    expect(told([RECEIVED])).toMatchObject({
      officialCode: 'H24.99-1',
      source: 'mot-cua-hai-phong',
    });
    expect(told([RECEIVED], { source: 'ho-tich' }).officialCode).toBeUndefined();
    expect(told([RECEIVED], { source: 'ho-tich', officialCode: 'H24.99-9' }).officialCode).toBe(
      'H24.99-9',
    );
  });

  it('does not count money as paid online when nobody told how it was paid', () => {
    const dossier = told([RECEIVED, happened('feePaid', '2026-03-02 08:00', { amount: 8000 })]);
    expect(dossier.tellings[1]?.payload).toEqual({ amount: 8000, method: 'cash' });
    expect(dossier.marks).toEqual(['payment-method-unknown']);
  });

  it('needs an event that opens it, before all others', () => {
    expect(faults(happened('resultIssued', '2026-03-04 08:00'))).toEqual([
      'events opening-required',
    ]);
    expect(faults(happened('noteAdded', '2026-03-01 08:00'), RECEIVED)).toEqual([
      'events[0] opening-required',
    ]);
  });

  it('after a finish tells nothing but marks and the hand-over', () => {
    const finish = happened('resultIssued', '2026-03-04 08:00');
    expect(faults(RECEIVED, finish, happened('archivedToStore', '2026-03-05 08:00'))).toEqual([]);
    expect(faults(RECEIVED, finish, happened('supplementRequested', '2026-03-05 08:00'))).toEqual([
      'events[2] after-finish',
    ]);
    expect(faults(RECEIVED, finish, happened('withdrawn', '2026-03-05 08:00'))).toEqual([
      'events[2] after-finish',
    ]);
  });

  it('cannot correct, void or link: those are acts of this office', () => {
    for (const type of ['voided', 'corrected', 'linked']) {
      expect(faults(RECEIVED, happened(type, '2026-03-04 08:00'))).toEqual([
        'events[1].type not-told-by-source',
      ]);
    }
    expect(faults(RECEIVED, happened('constructor', '2026-03-04 08:00'))).toEqual([
      'events[1].type unknown-value',
    ]);
  });

  it('is received once, handed over after its finish, and never in the future', () => {
    expect(faults(RECEIVED, happened('received', '2026-03-03 08:00'))).toEqual([
      'events[1] told-twice',
    ]);
    expect(faults(RECEIVED, happened('returned', '2026-03-03 08:00'))).toEqual([
      'events[1] finish-required',
    ]);
    expect(faults(RECEIVED, happened('resultIssued', '2026-03-21 08:00'))).toEqual([
      'events[1] in-the-future',
    ]);
  });
});
