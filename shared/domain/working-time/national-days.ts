import type { SpecialDay } from './calendar-layer.ts';

/**
 * Years whose days off stand in `NATIONAL_DAYS`. Those of 2027 are expected, not announced: each listed day
 * is marked, the rest of the year counts as known.
 */
export const OFFICIAL_YEARS: readonly number[] = [2025, 2026, 2027];

const NOTICE_2025 = 'Thông báo 6150/TB-BLĐTBXH';
const NOTICE_2026 = 'Thông báo 9441/TB-BNV';
const NEW_YEAR_SWAP_2026 = 'Công văn 12729/VPCP-KGVX';
/** Đ112 khoản 1: ngày lễ, tết; Đ111 khoản 3: trùng ngày nghỉ hằng tuần thì nghỉ bù ngày làm việc kế tiếp. */
const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112 khoản 1';
const LABOUR_CODE_SUBSTITUTE = 'Bộ luật Lao động 2019, Điều 111 khoản 3';
/** In force from 01/07/2026. Not in Đ112, hence no *nghỉ bù* where it meets a weekend. */
const CULTURE_DAY = 'Nghị quyết 28/2026/QH16, Điều 2';
const EXPECTED = 'Dự kiến – chờ thông báo';

const off = (date: string, name: string, source: string): SpecialDay => ({
  date,
  kind: 'off',
  name,
  source,
});

const worked = (date: string, name: string, source: string): SpecialDay => ({
  date,
  kind: 'worked',
  name,
  source,
});

const expected = (date: string, name: string): SpecialDay => ({
  ...off(date, name, EXPECTED),
  provisional: true,
});

const DAYS_2025: readonly SpecialDay[] = [
  off('2025-01-01', 'Tết Dương lịch', LABOUR_CODE),
  off('2025-01-27', 'Tết Nguyên đán', NOTICE_2025),
  off('2025-01-28', 'Tết Nguyên đán', NOTICE_2025),
  off('2025-01-29', 'Tết Nguyên đán', NOTICE_2025),
  off('2025-01-30', 'Tết Nguyên đán', NOTICE_2025),
  off('2025-01-31', 'Tết Nguyên đán', NOTICE_2025),
  off('2025-04-07', 'Giỗ Tổ Hùng Vương', LABOUR_CODE),
  worked('2025-04-26', 'Làm bù ngày 02/5', NOTICE_2025),
  off('2025-04-30', 'Ngày Chiến thắng', LABOUR_CODE),
  off('2025-05-01', 'Quốc tế lao động', LABOUR_CODE),
  off('2025-05-02', 'Hoán đổi ngày làm việc', NOTICE_2025),
  off('2025-09-01', 'Quốc khánh', NOTICE_2025),
  off('2025-09-02', 'Quốc khánh', NOTICE_2025),
];

const DAYS_2026: readonly SpecialDay[] = [
  off('2026-01-01', 'Tết Dương lịch', LABOUR_CODE),
  off('2026-01-02', 'Hoán đổi ngày làm việc', NEW_YEAR_SWAP_2026),
  worked('2026-01-10', 'Làm bù ngày 02/01', NEW_YEAR_SWAP_2026),
  off('2026-02-16', 'Tết Nguyên đán', NOTICE_2026),
  off('2026-02-17', 'Tết Nguyên đán', NOTICE_2026),
  off('2026-02-18', 'Tết Nguyên đán', NOTICE_2026),
  off('2026-02-19', 'Tết Nguyên đán', NOTICE_2026),
  off('2026-02-20', 'Tết Nguyên đán', NOTICE_2026),
  off('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', LABOUR_CODE_SUBSTITUTE),
  off('2026-04-30', 'Ngày Chiến thắng', LABOUR_CODE),
  off('2026-05-01', 'Quốc tế lao động', LABOUR_CODE),
  worked('2026-08-22', 'Làm bù ngày 31/8', NOTICE_2026),
  off('2026-08-31', 'Hoán đổi ngày làm việc', NOTICE_2026),
  off('2026-09-01', 'Quốc khánh', NOTICE_2026),
  off('2026-09-02', 'Quốc khánh', NOTICE_2026),
  off('2026-11-24', 'Ngày Văn hóa Việt Nam', CULTURE_DAY),
];

const DAYS_2027: readonly SpecialDay[] = [
  expected('2027-01-01', 'Tết Dương lịch'),
  expected('2027-02-05', 'Tết Nguyên đán'),
  expected('2027-02-08', 'Tết Nguyên đán'),
  expected('2027-02-09', 'Tết Nguyên đán'),
  expected('2027-02-10', 'Nghỉ bù Tết Nguyên đán'),
  expected('2027-02-11', 'Nghỉ bù Tết Nguyên đán'),
  expected('2027-04-16', 'Giỗ Tổ Hùng Vương'),
  expected('2027-04-30', 'Ngày Chiến thắng'),
  expected('2027-05-03', 'Nghỉ bù Quốc tế lao động'),
  expected('2027-09-02', 'Quốc khánh'),
  expected('2027-09-03', 'Quốc khánh'),
  expected('2027-11-24', 'Ngày Văn hóa Việt Nam'),
];

/** Days on which offices of the state do not work although it is a weekday, and weekend days they do. */
export const NATIONAL_DAYS: readonly SpecialDay[] = [...DAYS_2025, ...DAYS_2026, ...DAYS_2027];
