import type { ProcedureRules, ProcedureSnapshot } from '#domain/dossier';
import type { Allowance } from '#domain/deadline';
import { aProcedure } from '../support/office.ts';

/** How long the office has: stories need time, or need to run out of it. */
export type Term = 'onTheSpot' | 'short' | 'long';

export interface CataloguedProcedure {
  readonly term: Term;
  readonly snapshot: ProcedureSnapshot;
  readonly rules: ProcedureRules;
}

const days = (amount: number): Allowance => ({ kind: 'workingDays', amount });
const calendarDays = (amount: number): Allowance => ({ kind: 'calendarDays', amount });
const hours = (amount: number): Allowance => ({ kind: 'workingHours', amount });
const SAME_DAY: Allowance = { kind: 'sameDay', cutoff: '15:00' };

type Line = readonly [field: string, code: string, term: Term, allowance: Allowance];

const BUSINESS = 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)';

/** Codes and limits as communes publish them; every field has work for an hour and work for weeks. */
const LINES: readonly Line[] = [
  ['Chứng thực', '2.000815', 'onTheSpot', SAME_DAY],
  ['Chứng thực', '2.000884', 'onTheSpot', SAME_DAY],
  ['Chứng thực', '2.001035', 'short', days(2)],
  ['Chứng thực', '2.001019', 'long', days(10)],
  ['Hộ tịch', '2.000635', 'onTheSpot', SAME_DAY],
  ['Hộ tịch', '1.004873', 'short', days(3)],
  ['Hộ tịch', '1.001022', 'short', hours(24)],
  ['Hộ tịch', '2.001263', 'long', calendarDays(30)],
  ['Bảo trợ xã hội', '1.001653', 'short', days(5)],
  ['Bảo trợ xã hội', '1.001776', 'long', days(10)],
  ['Bảo trợ xã hội', '1.001699', 'long', calendarDays(25)],
  ['Thú y', '1.013997', 'short', days(3)],
  ['Thú y', '1.014001', 'long', days(15)],
  ['Đất đai', '1.013979', 'short', days(5)],
  ['Đất đai', '1.115438', 'long', days(15)],
  ['Đất đai', '1.013978', 'long', days(20)],
  ['Người có công', '2.002307', 'short', days(3)],
  ['Người có công', '1.010833', 'long', days(12)],
  ['Giáo dục', '1.001622', 'short', days(4)],
  ['Giáo dục', '3.000182', 'long', calendarDays(20)],
  ['Nội vụ', '1.013791', 'short', days(3)],
  ['Nội vụ', '2.002159', 'long', days(20)],
  [BUSINESS, '1.001612', 'short', days(3)],
  [BUSINESS, '2.000720', 'short', hours(16)],
  [BUSINESS, '1.001266', 'long', days(10)],
  ['Hoạt động xây dựng', '1.013228', 'short', days(5)],
  ['Hoạt động xây dựng', '1.013225', 'long', calendarDays(15)],
];

/** *5 tại chỗ*: one desk does everything while the citizen waits. */
const atTheCounter = (allowance: Allowance): ProcedureRules =>
  aProcedure({
    limits: { commune: allowance },
    steps: [{ key: 'counter', name: 'Tại chỗ', role: 'reception', allowanceHours: 2 }],
    onTheSpot: [
      'received',
      'stepCompleted',
      'componentsDigitised',
      'resultIssued',
      'resultDigitised',
      'electronicResultIssued',
      'archivedToStore',
      'returned',
    ],
  });

const throughTheOffice = (allowance: Allowance): ProcedureRules =>
  aProcedure({ limits: { statutory: allowance } });

export const CATALOGUE: readonly CataloguedProcedure[] = LINES.map(
  ([field, code, term, allowance]) => ({
    term,
    snapshot: {
      code,
      version: 1,
      field,
      authority: 'commune',
      onlineLevel: field === 'Đất đai' ? 'partial' : 'full',
      paperResult: true,
      paymentIntegrated: true,
    },
    rules: term === 'onTheSpot' ? atTheCounter(allowance) : throughTheOffice(allowance),
  }),
);
