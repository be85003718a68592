import { describe, expect, it } from '@jest/globals';
import {
  SETUP_COLUMNS,
  SETUP_PROFILES,
  SETUP_TEMPLATES,
  findSetupHeader,
  readEntry,
  readPerson,
  setupCells,
  withKeys,
  type SetupCells,
} from '../index.ts';
import { allowanceIn } from './allowance-text.ts';

const DEPARTMENTS = [
  { code: 'TU-PHAP', name: 'Tư pháp - Hộ tịch' },
  { code: 'VP', name: 'Văn phòng' },
];

const valueOf = <Value>(
  reading: { readonly ok: true; readonly value: Value } | { readonly ok: false },
): Value => {
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading.value;
};

describe('a limit as decisions write it', () => {
  it.each([
    ['03 ngày làm việc', { kind: 'workingDays', amount: 3 }],
    ['5 Ngày Làm Việc', { kind: 'workingDays', amount: 5 }],
    ['30 ngày liên tục', { kind: 'calendarDays', amount: 30 }],
    ['12 giờ làm việc', { kind: 'workingHours', amount: 12 }],
    ['trong ngày', { kind: 'sameDay', cutoff: '15:00' }],
    ['Trong ngày, nhận đến 9h30', { kind: 'sameDay', cutoff: '09:30' }],
    ['trả trong ngày (nhận đến 16:00)'.normalize('NFD'), { kind: 'sameDay', cutoff: '16:00' }],
  ])('is understood: %s', (text, allowance) => {
    expect(allowanceIn(text)).toEqual(allowance);
  });

  it.each([
    '5 ngày',
    '5',
    '0 ngày làm việc',
    'nhanh',
    '1,5 ngày làm việc',
    'trong ngày, đến 25:00',
  ])('is not guessed at where it could mean two things, or nothing: %s', (text) => {
    expect(allowanceIn(text)).toBeUndefined();
  });
});

describe('a row of the catalogue', () => {
  it('says of a procedure what stands in its cells, and nothing of the rest', () => {
    const told = valueOf(
      readEntry({
        ...{ MaTTHC: '1.001193', HanQuyDinh: '3 ngày làm việc', HanDonVi: '-', Phi: '10.000 đồng' },
        CacBuoc: 'Tiếp nhận; Một cửa; 1,5 | Ký; Phó Chủ tịch; 4; LD',
        ThanhPhan: 'Tờ khai; Bản chính\nGiấy chứng sinh; bản sao; 2',
        ...{ MucTrucTuyen: 'toàn trình', TaiCho: 'Có', HieuLucTu: '01/12/2026' },
      }),
    );
    expect(told).toEqual({
      code: '1.001193',
      limits: { statutory: { kind: 'workingDays', amount: 3 }, commune: null },
      fee: 10_000,
      steps: [
        { name: 'Tiếp nhận', role: 'reception', allowanceHours: 1.5 },
        { name: 'Ký', role: 'viceChair', allowanceHours: 4, departmentCode: 'LD' },
      ],
      components: [
        { name: 'Tờ khai', kind: 'original', copies: 1 },
        { name: 'Giấy chứng sinh', kind: 'copy', copies: 2 },
      ],
      ...{ onlineLevel: 'full', onTheSpot: true, effectiveFrom: '2026-12-01' },
    });
  });

  it.each<readonly [SetupCells, string, string]>([
    [{ TenTTHC: 'Khai sinh', LinhVuc: 'Hộ tịch' }, 'MaTTHC', 'required'],
    [{ MaTTHC: '1', HanQuyDinh: '5 ngày' }, 'HanQuyDinh', 'allowance-unclear'],
    [{ MaTTHC: '1', CacBuoc: 'Ký; Phó Chủ tịch' }, 'CacBuoc', 'step-unclear'],
    [{ MaTTHC: '1', ThanhPhan: 'Tờ khai' }, 'ThanhPhan', 'component-unclear'],
    [{ MaTTHC: '1', MucTrucTuyen: 'mức 4' }, 'MucTrucTuyen', 'unknown-value'],
    [{ MaTTHC: '1', Phi: 'theo quy định' }, 'Phi', 'wrong-format'],
    [{ MaTTHC: '1', HieuLucTu: '2.02601E+13' }, 'HieuLucTu', 'wrong-format'],
  ])('says where it is wrong: %j', (cells, column, code) => {
    const reading = readEntry(cells);
    expect(reading).toMatchObject({ ok: false, faults: [{ column, code }] });
  });

  it('keeps the key of a step that is called as before, and gives a new one its own', () => {
    const step = { role: 'processing', allowanceHours: 1 } as const;
    const told = ['Thẩm định', 'Ký duyệt', 'Thẩm định'].map((name) => ({ ...step, name }));
    const known = [
      { key: 'buoc-2', name: 'THẨM ĐỊNH' },
      { key: 'ky-duyet', name: 'Trình ký' },
    ];
    expect(withKeys(told, known).map(({ key }) => key)).toEqual([
      ...['buoc-2', 'ky-duyet-2', 'tham-dinh'],
    ]);
  });
});

describe('a row of people', () => {
  it('says where somebody works and as what, by the words people use', () => {
    const told = readPerson(
      {
        ...{ TenDangNhap: 'Hoa.NT', HoTen: 'Nguyễn Thị Hoa', ChucVu: '-' },
        ...{ Phong: 'tư pháp hộ tịch', VaiTro: 'Thu phí, lệ phí; tiếp nhận' },
      },
      DEPARTMENTS,
    );
    expect(valueOf(told)).toEqual({
      ...{ username: 'hoa.nt', displayName: 'Nguyễn Thị Hoa', title: null },
      ...{ departmentCode: 'TU-PHAP', roles: ['reception', 'cashier'] },
    });
  });

  it('is wrong where a role or a department is none of ours', () => {
    const reading = readPerson({ TenDangNhap: 'a', VaiTro: 'Chủ tịch', Phong: 'X' }, DEPARTMENTS);
    expect(reading).toMatchObject({
      ok: false,
      faults: [
        { column: 'Phong', code: 'unknown-department', value: 'X' },
        { column: 'VaiTro', code: 'unknown-role', value: 'Chủ tịch' },
      ],
    });
  });
});

describe('a list of an office', () => {
  const header = (profile: (typeof SETUP_PROFILES)[number], ...rows: readonly string[][]) =>
    findSetupHeader(
      rows.map((cells, index) => ({ number: index + 1, cells })),
      profile,
    );

  it.each(SETUP_PROFILES)('has a template of %s in which every column is understood', (profile) => {
    const template = SETUP_TEMPLATES[profile];
    const found = header(
      profile,
      template.map(({ name }) => name),
    );
    if ('code' in found) throw new Error(found.code);
    expect([...found.places.keys()]).toEqual([...SETUP_COLUMNS[profile]]);
    const cells = template.map(({ example }) => example);
    expect(setupCells({ number: 2, cells }, found)).toBeUndefined();
    // Without its mark the example is a row like any other, and sound.
    const real = setupCells(
      { number: 2, cells: cells.map((cell) => cell.replace('VÍ DỤ ', '')) },
      found,
    );
    const reading =
      profile === 'people' ? readPerson(real ?? {}, DEPARTMENTS) : readEntry(real ?? {});
    expect(reading.ok).toBe(true);
  });

  it('is found under its title, by what the columns are called on paper', () => {
    const found = header(
      'people',
      ['DANH SÁCH CÁN BỘ'],
      [],
      ['STT', 'Họ và tên', 'Tài khoản', 'Ghi chú'],
    );
    expect(found).toMatchObject({ below: 3, ignored: ['Ghi chú'] });
  });

  it('misses neither the numbers of its rows nor what had to be mended in them', () => {
    const found = header('people', ['TT', 'TenDangNhap', 'HoTen', 'Cần sửa', 'Ghi chú']);
    expect(found).toMatchObject({ ignored: ['Ghi chú'] });
  });

  it('is none without the column by which its rows are known', () => {
    expect(header('procedures', ['Tên thủ tục', 'Lĩnh vực'])).toEqual({ code: 'not-a-setup-list' });
    expect(header('procedures', ['Mã TTHC', 'Mã thủ tục', 'Lĩnh vực'])).toEqual({
      ...{ code: 'column-given-twice', columns: ['MaTTHC'] },
    });
  });
});
