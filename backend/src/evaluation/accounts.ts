import type { Officer, Role, UserId } from '#domain/dossier';

/** The two units a stranger finds. */
export const CITY_CODE = 'H24';
export const COMMUNE_CODE = 'H24.99';

export const EVALUATION_PASSWORD = 'motcua-demo';

/** Somebody to sign in as, one for each role. */
export interface EvaluationAccount {
  readonly id: UserId;
  readonly username: string;
  readonly displayName: string;
  readonly title: string;
  readonly unitCode: typeof CITY_CODE | typeof COMMUNE_CODE;
  readonly departmentCode?: string;
  readonly roles: readonly [Role, ...Role[]];
}

// Always the same, so that a database is known for a trial one by who is in it.
const idOf = (number: number) => `e7a10000-0000-8000-8000-00000000000${number}` as UserId;

const inCommune = (number: number) => ({ id: idOf(number), unitCode: COMMUNE_CODE }) as const;
const inCity = (number: number) => ({ id: idOf(number), unitCode: CITY_CODE }) as const;

const RECEPTION = {
  ...inCommune(1),
  username: 'tiepnhan',
  displayName: 'Cán bộ tiếp nhận (mẫu)',
  title: 'Cán bộ tiếp nhận và trả kết quả',
  departmentCode: 'tt-pvhcc',
  roles: ['reception'],
} as const satisfies EvaluationAccount;

const PROCESSING = {
  ...inCommune(2),
  username: 'xuly',
  displayName: 'Công chức chuyên môn (mẫu)',
  title: 'Công chức tư pháp – hộ tịch',
  departmentCode: 'van-phong',
  roles: ['processing'],
} as const satisfies EvaluationAccount;

const CLERK = {
  ...inCommune(3),
  username: 'vanthu',
  displayName: 'Văn thư (mẫu)',
  title: 'Văn thư',
  departmentCode: 'van-phong',
  roles: ['clerk'],
} as const satisfies EvaluationAccount;

const HEAD = {
  ...inCommune(4),
  username: 'truongphong',
  displayName: 'Trưởng phòng (mẫu)',
  title: 'Chánh Văn phòng HĐND và UBND',
  departmentCode: 'van-phong',
  roles: ['head'],
} as const satisfies EvaluationAccount;

const DIRECTOR = {
  ...inCommune(5),
  username: 'lanhdao',
  displayName: 'Giám đốc Trung tâm (mẫu)',
  title: 'Giám đốc Trung tâm Phục vụ hành chính công',
  departmentCode: 'tt-pvhcc',
  roles: ['director'],
} as const satisfies EvaluationAccount;

const VICE_CHAIR = {
  ...inCommune(6),
  username: 'phochutich',
  displayName: 'Phó Chủ tịch (mẫu)',
  title: 'Phó Chủ tịch Ủy ban nhân dân xã',
  roles: ['viceChair'],
} as const satisfies EvaluationAccount;

const REPORTER = {
  ...inCommune(7),
  username: 'baocao',
  displayName: 'Người lập báo cáo (mẫu)',
  title: 'Đầu mối kiểm soát thủ tục hành chính',
  departmentCode: 'tt-pvhcc',
  roles: ['reporter', 'dataOfficer'],
} as const satisfies EvaluationAccount;

const ADMINISTRATOR = {
  ...inCity(8),
  username: 'quantri',
  displayName: 'Quản trị hệ thống (mẫu)',
  title: 'Quản trị hệ thống',
  roles: ['admin'],
} as const satisfies EvaluationAccount;

const CITY_READER = {
  ...inCity(9),
  username: 'thanhpho',
  displayName: 'Theo dõi cấp thành phố (mẫu)',
  title: 'Chuyên viên theo dõi',
  roles: ['cityReader'],
} as const satisfies EvaluationAccount;

const ACCOUNTS = [
  ...[RECEPTION, PROCESSING, CLERK, HEAD, DIRECTOR, VICE_CHAIR, REPORTER],
  ...[ADMINISTRATOR, CITY_READER],
] as const;

/** Where its letters go: to a name that leads nowhere in the world, whichever mail server is set. */
export const mailboxOf = ({ username }: Pick<EvaluationAccount, 'username'>): string =>
  `${username}@xa-mau.example`;

/** For the sign-in page: whom one can be. The password is the same for all. */
export const evaluationAccounts = (): readonly EvaluationAccount[] => ACCOUNTS;

/** Whoever acts in the living month, as the domain knows officers. */
export type Player = (typeof ACCOUNTS)[number]['username'];

export type Cast = (player: Player) => Officer;

export const officerNamed: Cast = (username) => {
  const account = evaluationAccounts().find((each) => each.username === username);
  if (account === undefined) throw new Error(`No evaluation account ${username}`);
  const { id, roles, departmentCode } = account;
  const departments = departmentCode === undefined ? [] : [departmentCode];
  return { kind: 'officer', id, roles, departments };
};
