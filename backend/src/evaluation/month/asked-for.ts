/** How an office goes about a procedure. */
type Way =
  /** *5 tại chỗ*: while the citizen waits. */
  | 'counter'
  /** Through the office within the day. */
  | 'sameDay'
  /** Through the office over days. */
  | 'days';

export interface AskedFor {
  readonly code: string;
  readonly field: string;
  readonly way: Way;
  readonly weight: number;
  /** Đồng; 0 where nothing is charged. */
  readonly fee: number;
  /** Working hours the procedure allows, as far as stories need to know. */
  readonly hours: number;
  readonly departmentCode: string;
}

type Line = readonly [
  ...[field: string, code: string, way: Way, weight: number, fee: number, hours: number],
];

const CERTIFICATION: readonly Line[] = [
  ['Chứng thực', '2.000815', 'counter', 720, 4_000, 8],
  ['Chứng thực', '2.000884', 'counter', 120, 10_000, 8],
  ['Chứng thực', '2.001035', 'days', 24, 50_000, 16],
];

const OTHERS: readonly Line[] = [
  ['Hộ tịch', '2.000635', 'counter', 34, 8_000, 8],
  ['Hộ tịch', '1.001193', 'sameDay', 28, 0, 8],
  ['Hộ tịch', '1.000656', 'sameDay', 14, 0, 8],
  ['Hộ tịch', '1.004873', 'days', 18, 15_000, 24],
  ['Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)', '1.001612', 'days', 9, 100_000, 24],
  ['Bảo trợ xã hội', '1.001653', 'days', 7, 0, 40],
  ['Bảo trợ xã hội', '1.014027', 'days', 8, 0, 80],
  ['Người có công', '2.002307', 'days', 5, 0, 24],
  ['Đất đai', '1.013979', 'days', 5, 0, 80],
  ['Đất đai', '1.115438', 'days', 3, 0, 120],
  ['Giáo dục', '1.001622', 'days', 4, 0, 24],
];

const DEPARTMENT: Readonly<Record<string, string>> = {
  'Chứng thực': 'van-phong',
  'Hộ tịch': 'van-phong',
  'Đất đai': 'kinh-te',
  'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)': 'kinh-te',
};

const askedFor = ([field, code, way, weight, fee, hours]: Line): AskedFor => ({
  ...{ field, code, way, weight, fee, hours },
  departmentCode: DEPARTMENT[field] ?? 'van-hoa-xa-hoi',
});

/** What citizens of a commune come for, as often as the real reports tell: 84 of 100 for *chứng thực*. */
export const ASKED_FOR: readonly AskedFor[] = [...CERTIFICATION, ...OTHERS].map(askedFor);

const named = (wanted: string): AskedFor => {
  const found = ASKED_FOR.find(({ code }) => code === wanted);
  if (found === undefined) throw new Error(`Nobody asks for ${wanted}`);
  return found;
};

export const BIRTH = named('1.001193');
export const MARITAL_STATUS = named('1.004873');

/** The second half of *liên thông khai sinh*: the same case, told once more. */
export const LINKED_BIRTH: AskedFor = { ...BIRTH, code: '3.000722' };

/** What takes the office some days, and so can be waited for. */
export const LASTING = ASKED_FOR.filter(({ way }) => way === 'days');
