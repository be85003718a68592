import { describe, expect, it } from '@jest/globals';
import { at, local } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import {
  readRow,
  sourceNamed,
  type NationalCells,
  type RowOffice,
  type ToldDossier,
} from './index.ts';

const office: RowOffice = {
  now: at('2026-03-20 09:00'),
  exportedAt: at('2026-03-20 08:00'),
  calendar: NATIONAL_CALENDAR,
  citySource: 'mot-cua-hai-phong',
  defaultSource: 'mot-cua-hai-phong',
  endsWait: false,
};

const RECEIVED: NationalCells = {
  MaHoSo: 'H24.99-260302-0001',
  MaTTHC: '2.000815',
  KenhNop: '1',
  NgayTiepNhan: '02/03/2026 08:00',
  TrangThai: '2',
};

const told = (cells: NationalCells, changes: Partial<RowOffice> = {}): ToldDossier => {
  const reading = readRow({ ...RECEIVED, ...cells }, { ...office, ...changes });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.value;
};

const lines = ({ tellings }: ToldDossier): readonly string[] =>
  tellings.map(({ type, at: moment, sureOf }) =>
    [local(moment), type, ...(sureOf === undefined ? [] : ['?'])].join(' '),
  );

const faults = (cells: NationalCells, changes: Partial<RowOffice> = {}): readonly string[] => {
  const reading = readRow({ ...RECEIVED, ...cells }, { ...office, ...changes });
  return reading.ok ? [] : reading.faults.map(({ column, code }) => `${column} ${code}`);
};

const without = (column: keyof NationalCells): NationalCells => {
  const kept = Object.entries(RECEIVED).filter(([name]) => name !== column);
  return Object.fromEntries(kept);
};

const faultsOf = (cells: NationalCells, changes: Partial<RowOffice> = {}): readonly string[] => {
  const reading = readRow(cells, { ...office, ...changes });
  return reading.ok ? [] : reading.faults.map(({ column, code }) => `${column} ${code}`);
};

describe('the channel of a row', () => {
  it.each([
    ['1', 'online'],
    ['2', 'direct'],
    ['3', 'post'],
    ['Trực tuyến', 'online'],
    ['Bưu chính công ích', 'post'],
  ])('KenhNop %s is %s', (KenhNop, channel) => {
    expect(told({ KenhNop }).channel).toBe(channel);
  });

  it.each([
    ['1', 'direct'],
    ['2', 'online'],
    ['Trực tuyến', 'online'],
  ])('KenhThucHien %s is %s: the other way round', (KenhThucHien, channel) => {
    const reading = readRow({ ...without('KenhNop'), KenhThucHien }, office);
    expect(reading).toMatchObject({ ok: true, value: { channel } });
  });

  it('is never guessed: unknown, missing or contradictory ones are wrong', () => {
    expect(faults({ KenhNop: '4' })).toEqual(['KenhNop unknown-value']);
    expect(faultsOf(without('KenhNop'))).toEqual(['KenhNop required']);
    expect(faults({ KenhNop: '1', KenhThucHien: '1' })).toEqual([
      'KenhThucHien channels-contradict',
    ]);
  });

  it('is the one chosen for the whole list where the list has none', () => {
    const reading = readRow(without('KenhNop'), { ...office, channel: 'post' });
    expect(reading).toMatchObject({ ok: true, value: { channel: 'post' } });
  });
});

describe('the dates of a row', () => {
  it('a promise without an hour is one for the end of its day', () => {
    expect(local(told({ NgayHenTra: '05/03/2026' }).declaredDueAt)).toBe('2026-03-05 17:00');
  });

  it('any other date without an hour is wrong', () => {
    expect(faults({ NgayTiepNhan: '02/03/2026' })).toEqual(['NgayTiepNhan time-required']);
  });

  it('days without an hour are read where a person let them stand, and marked', () => {
    const days: NationalCells = {
      ...{ NgayTiepNhan: '02/03/2026', NgayHenTra: '05/03/2026 10:00' },
      ...{ NgayKetThucXuLy: '05/03/2026', NgayTra: '06/03/2026', TrangThai: '10' },
    };
    const dossier = told(days, { daysOnly: true });
    expect(lines(dossier)).toEqual([
      '2026-03-02 07:30 received',
      '2026-03-05 10:00 resultIssued',
      '2026-03-06 17:00 returned',
    ]);
    expect(dossier.marks).toEqual(['compared-by-day']);
    expect(told({ NgayHenTra: '05/03/2026' }, { daysOnly: true }).marks).toEqual([]);
  });

  it('all that is wrong with a row is told at once, with what stands there', () => {
    const reading = readRow(
      { ...RECEIVED, NgayTiepNhan: '2.02603E+13', NgayHenTra: '0001-01-01', TrangThai: '11' },
      office,
    );
    expect(reading).toEqual({
      ok: false,
      faults: [
        { column: 'NgayTiepNhan', code: 'date-ruined', value: '2.02603E+13' },
        { column: 'NgayHenTra', code: 'date-empty', value: '0001-01-01' },
        { column: 'TrangThai', code: 'unknown-value', value: '11' },
      ],
    });
  });

  it('a cell without its value, or a code taken for a number, is wrong', () => {
    const ruined = { MaHoSo: '2.60302E+11', LinhVuc: '#N/A', NguoiNop: '######' };
    expect(faults(ruined)).toEqual([
      'MaHoSo cell-ruined',
      'LinhVuc cell-ruined',
      'NguoiNop cell-ruined',
    ]);
    expect(faults({ LinhVuc: '# khác', NguoiNop: 'Tổ 2E+1' })).toEqual([]);
  });

  it('a day that may be a month is wrong where a spreadsheet took half a column for dates', () => {
    const halfDated = new Set(['NgayTiepNhan'] as const);
    const read = (NgayTiepNhan: string) =>
      readRow({ ...RECEIVED, NgayTiepNhan }, { ...office, halfDated });
    expect(read('02/03/2026 08:00:00')).toMatchObject({
      faults: [{ column: 'NgayTiepNhan', code: 'date-ruined', value: '02/03/2026 08:00:00' }],
    });
    expect(read('13/03/2026 08:00').ok).toBe(true);
  });

  it('cannot lie after now', () => {
    expect(faults({ NgayTiepNhan: '21/03/2026 08:00' })).toEqual(['NgayTiepNhan in-the-future']);
  });

  it('a submission told as later than the acceptance is left out and marked', () => {
    const dossier = told({ NgayNopHoSo: '02/03/2026 09:00' });
    expect(lines(dossier)).toEqual(['2026-03-02 08:00 received']);
    expect(dossier.marks).toEqual(['submitted-after-received']);
  });

  it('a promise told as earlier than the acceptance stands as told and is marked', () => {
    const dossier = told({ NgayHenTra: '02/03/2026 07:59' });
    expect(dossier.declaredDueAt).toBe(at('2026-03-02 07:59'));
    expect(dossier.marks).toEqual(['due-before-received']);
    expect(told({ NgayHenTra: '02/03/2026' }).marks).toEqual([]);
  });
});

describe('the status of a row', () => {
  it.each<[string, NationalCells, readonly string[]]>([
    ['1', { NgayNopHoSo: '01/03/2026 20:00', NgayTiepNhan: '' }, ['2026-03-01 20:00 submitted']],
    ['2', {}, ['2026-03-02 08:00 received']],
    [
      '3',
      { NgayTuChoi: '02/03/2026 10:00', NgayKetThucXuLy: '02/03/2026 10:00' },
      ['2026-03-02 08:00 received', '2026-03-02 10:00 refused'],
    ],
    ['4', {}, ['2026-03-02 08:00 received', '2026-03-02 08:00 assigned ?']],
    [
      '5',
      { NgayYeuCauBoSung: '03/03/2026 09:00' },
      ['2026-03-02 08:00 received', '2026-03-03 09:00 supplementRequested'],
    ],
    [
      '7',
      { NgayRut: '04/03/2026 09:00' },
      ['2026-03-02 08:00 received', '2026-03-04 09:00 withdrawn'],
    ],
    [
      '8',
      { NgayDung: '04/03/2026 09:00' },
      ['2026-03-02 08:00 received', '2026-03-04 09:00 stopped'],
    ],
    [
      '8',
      { NgayKetThucXuLy: '04/03/2026 09:00' },
      ['2026-03-02 08:00 received', '2026-03-04 09:00 stopped'],
    ],
    [
      '9',
      { NgayKetThucXuLy: '04/03/2026 09:00' },
      ['2026-03-02 08:00 received', '2026-03-04 09:00 resultIssued'],
    ],
    [
      'Đã trả kết quả',
      { NgayKetThucXuLy: '04/03/2026 09:00', NgayTra: '05/03/2026 09:00' },
      ['2026-03-02 08:00 received', '2026-03-04 09:00 resultIssued', '2026-03-05 09:00 returned'],
    ],
  ])('%s with its dates is told as what happened', (TrangThai, cells, expected) => {
    const { NgayTiepNhan, ...rest } = { ...RECEIVED, ...cells, TrangThai };
    const reading = readRow(
      NgayTiepNhan === '' || NgayTiepNhan === undefined ? rest : { ...rest, NgayTiepNhan },
      office,
    );
    expect(reading.ok && lines(reading.value)).toEqual(expected);
  });

  it.each([
    ['5', 'supplementRequested', 'request-date-unknown'],
    ['6', 'paymentRequested', 'payment-date-unknown'],
    ['8', 'held', 'hold-date-unknown'],
  ])('%s without a date pauses from the moment of the export, marked', (TrangThai, type, mark) => {
    const dossier = told({ TrangThai });
    expect(lines(dossier).at(-1)).toBe(`2026-03-20 08:00 ${type} ?`);
    expect(dossier.marks).toEqual([mark]);
  });

  it('5 after a round that has ended waits for another, of unknown date', () => {
    const dossier = told({
      TrangThai: '5',
      NgayYeuCauBoSung: '03/03/2026 09:00',
      NgayBoSung: '04/03/2026 09:00',
    });
    expect(lines(dossier).at(-1)).toBe('2026-03-20 08:00 supplementRequested ?');
    expect(dossier.marks).toEqual(['request-date-unknown']);
  });

  it.each(['9', '10'])(
    '%s without a finish is wrong: the hand-over does not stand for it',
    (status) => {
      expect(faults({ TrangThai: status, NgayTra: '05/03/2026 09:00' })).toEqual([
        'NgayKetThucXuLy finish-date-required',
      ]);
    },
  );

  it('10 without the day of the hand-over is marked', () => {
    const dossier = told({ TrangThai: '10', NgayKetThucXuLy: '04/03/2026 09:00' });
    expect(lines(dossier).at(-1)).toBe('2026-03-04 09:00 returned ?');
    expect(dossier.marks).toEqual(['handover-date-unknown']);
  });

  it.each<[string, NationalCells]>([
    ['4 with a finish', { TrangThai: '4', NgayKetThucXuLy: '04/03/2026 09:00' }],
    ['4 with papers still awaited', { TrangThai: '4', NgayYeuCauBoSung: '03/03/2026 09:00' }],
    ['1 with an acceptance', { TrangThai: '1', NgayNopHoSo: '01/03/2026 09:00' }],
    [
      '9 that was handed over',
      { TrangThai: '9', NgayKetThucXuLy: '04/03/2026 09:00', NgayTra: '05/03/2026 09:00' },
    ],
  ])('that its dates contradict is wrong: %s', (_name, cells) => {
    expect(faults(cells)).toEqual(['TrangThai status-contradicts-dates']);
  });

  it('cannot be handed over before it is finished', () => {
    const cells = {
      TrangThai: '10',
      NgayKetThucXuLy: '04/03/2026 09:00',
      NgayTra: '03/03/2026 09:00',
    };
    expect(faults(cells)).toEqual(['NgayTra finish-required']);
  });

  it('papers that came need the date on which they were asked for', () => {
    expect(faults({ NgayBoSung: '04/03/2026 09:00' })).toEqual(['NgayYeuCauBoSung required']);
  });
});

describe('the rest of a row', () => {
  it('tells marks as things that happened with the dossier or with its result', () => {
    const dossier = told({
      ...{ TrangThai: '9', NgayKetThucXuLy: '04/03/2026 09:00', CoPhi: 'Có', LuuKho: 'x' },
      ...{ DuocThanhToanTrucTuyen: '1', CoKetQuaDienTu: 'không', PhiDiaGioi: '1', LienThong: '0' },
    });
    expect(lines(dossier)).toEqual([
      '2026-03-02 08:00 received',
      '2026-03-02 08:00 feeCharged ?',
      '2026-03-02 08:00 feePaid ?',
      '2026-03-04 09:00 resultIssued',
      '2026-03-04 09:00 archivedToStore ?',
    ]);
    expect(dossier.facts).toEqual({ outOfArea: {} });
    expect(faults({ LuuKho: 'có lẽ' })).toEqual(['LuuKho unknown-value']);
  });

  it('has the city’s code as its official one, and another system’s only as that system’s', () => {
    expect(told({}).officialCode).toBe('H24.99-260302-0001');
    expect(told({ MaHoSo: 'HT-2026-1' }).officialCode).toBe('HT-2026-1');
    const other = told({ HeThongNguon: 'Hộ tịch điện tử', MaHoSo: 'HT-2026-1' });
    expect(other.source).toBe('ho-tich-dien-tu');
    expect(other.officialCode).toBeUndefined();
    expect(sourceNamed('Một cửa Hải Phòng')).toBe('mot-cua-hai-phong');
  });

  it.each([
    ['H24.99-260302-0001', true],
    ['000.00.52.H24-260302-0001', true],
    ['G09.2.1-260302-00012', true],
    ['H24.99-HT-0001', false],
    ['260302-0001', false],
    ['H24.99-260302-0001/2', false],
  ])('%s, listed by another system, is the dossier’s own code: %s', (MaHoSo, isOwn) => {
    const other = told({ HeThongNguon: 'Hộ tịch điện tử', MaHoSo });
    expect(other.officialCode).toBe(isOwn ? MaHoSo : undefined);
    const both = told({ HeThongNguon: 'Hộ tịch điện tử', MaHoSo, MaChinhThuc: 'H24.99-1' });
    expect(both.officialCode).toBe('H24.99-1');
  });

  it('needs a code, a procedure and a status', () => {
    expect(faultsOf({})).toEqual([
      'MaHoSo required',
      'MaTTHC required',
      'KenhNop required',
      'TrangThai required',
    ]);
  });
});
