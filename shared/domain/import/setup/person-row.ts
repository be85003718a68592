import { ROLE_ACTS, type Role } from '../../dossier/index.ts';
import { read, wrong, type Reading, type RowFault } from '../fault.ts';
import { plainTitle } from '../title.ts';
import type { SetupCells } from './column.ts';
import { entriesIn, isNothing, meantBy, wordsFor } from './word.ts';

/** Somebody as a file tells of them. What is absent stays as it is. */
export interface ToldPerson {
  readonly username: string;
  readonly displayName?: string;
  readonly title?: string | null;
  readonly signingForm?: string | null;
  /** Null: of no department. */
  readonly departmentCode?: string | null;
  readonly roles?: readonly Role[];
}

export interface SetupDepartment {
  readonly code: string;
  readonly name: string;
}

const ROLE_WORDS = wordsFor<Role>(
  ['reception', 'reception', 'Tiếp nhận', 'Tiếp nhận và trả kết quả', 'Một cửa'],
  ['processing', 'processing', 'Thụ lý', 'Thụ lý hồ sơ', 'Xử lý', 'Chuyên môn'],
  ['clerk', 'clerk', 'Văn thư'],
  ['cashier', 'cashier', 'Thu phí', 'Lệ phí', 'Thu phí, lệ phí', 'Thu ngân', 'Kế toán'],
  ['head', 'head', 'Lãnh đạo phòng', 'Trưởng phòng'],
  ['director', 'director', 'Giám đốc Trung tâm', 'Giám đốc'],
  ['viceChair', 'viceChair', 'Phó Chủ tịch UBND', 'Phó Chủ tịch'],
  ['reporter', 'reporter', 'Lập báo cáo', 'Báo cáo'],
  ['dataOfficer', 'dataOfficer', 'Phụ trách dữ liệu', 'Dữ liệu'],
  ['observer', 'observer', 'Giám sát'],
  ['admin', 'admin', 'Quản trị'],
  ['cityReader', 'cityReader', 'Theo dõi của thành phố'],
);

const ALL = Object.keys(ROLE_ACTS) as readonly Role[];

/** What a row says of somebody, by the departments there are. A file never says a password. */
export function readPerson(
  cells: SetupCells,
  departments: readonly SetupDepartment[],
): Reading<ToldPerson> {
  const faults: RowFault[] = [];
  const { TenDangNhap: username, HoTen: displayName } = cells;
  if (username === undefined) faults.push({ column: 'TenDangNhap', code: 'required' });
  const departmentCode = departmentIn(cells.Phong, departments, faults);
  const roles = rolesIn(cells.VaiTro, faults);
  if (username === undefined || faults.length > 0) return wrong(...faults);
  return read({
    username: username.toLowerCase(),
    ...(displayName !== undefined && { displayName }),
    ...textIn('title', cells.ChucVu),
    ...textIn('signingForm', cells.HinhThucKy),
    ...(departmentCode !== undefined && { departmentCode }),
    ...(roles !== undefined && { roles }),
  });
}

const textIn = (name: 'title' | 'signingForm', cell: string | undefined): Partial<ToldPerson> =>
  cell === undefined ? {} : { [name]: isNothing(cell) ? null : cell };

/** By its code or its name. */
function departmentIn(
  cell: string | undefined,
  departments: readonly SetupDepartment[],
  faults: RowFault[],
): string | null | undefined {
  if (cell === undefined) return undefined;
  if (isNothing(cell)) return null;
  const found = departments.find(
    ({ code, name }) =>
      code.toLowerCase() === cell.toLowerCase() || plainTitle(name) === plainTitle(cell),
  );
  if (found === undefined)
    faults.push({ column: 'Phong', code: 'unknown-department', value: cell });
  return found?.code;
}

function rolesIn(cell: string | undefined, faults: RowFault[]): readonly Role[] | undefined {
  if (cell === undefined) return undefined;
  const roles = new Set<Role>();
  for (const text of entriesIn(cell.replaceAll(/[,;]/gu, '|'))) {
    const role = meantBy(ROLE_WORDS, text);
    if (role === undefined) faults.push({ column: 'VaiTro', code: 'unknown-role', value: text });
    else roles.add(role);
  }
  // In the order of the roles, so that the same said otherwise is the same.
  return ALL.filter((role) => roles.has(role));
}
