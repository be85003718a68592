import type { NaiveAllowance } from '../support/naive-due.ts';

/** A procedure of the simulated city, as it is entered and as the model reads it. */
export interface SimulatedProcedure {
  readonly code: string;
  readonly limits: Readonly<Partial<Record<'commune' | 'city' | 'statutory', NaiveAllowance>>>;
  readonly variants?: readonly {
    readonly key: string;
    readonly label: string;
    readonly allowance: NaiveAllowance;
  }[];
  readonly onSupplement?: 'pause' | 'restart' | 'continue';
  readonly clockStart?: 'acceptance' | 'submission';
  readonly onTheSpot?: readonly string[];
  /** Not entered: the catalogue learns of it from the first dossier. */
  readonly unknown?: true;
}

const days = (amount: number): NaiveAllowance => ({ kind: 'workingDays', amount });
const hours = (amount: number): NaiveAllowance => ({ kind: 'workingHours', amount });
const calendarDays = (amount: number): NaiveAllowance => ({ kind: 'calendarDays', amount });
const sameDay = (cutoff: string): NaiveAllowance => ({ kind: 'sameDay', cutoff });

const LONG = { key: 'xac-minh', label: 'Cần xác minh', allowance: days(9) };
const SHORT = { key: 'it-trang', label: 'Ít trang', allowance: hours(6) };

/** Every kind of allowance, every policy, one that nobody described. */
export const CATALOGUE: readonly SimulatedProcedure[] = [
  {
    code: '8.000001',
    limits: { commune: sameDay('15:00') },
    onTheSpot: ['resultIssued', 'returned'],
  },
  { code: '8.000002', limits: { statutory: hours(10) }, onSupplement: 'restart' },
  { code: '8.000003', limits: { city: days(3) }, variants: [LONG, SHORT] },
  { code: '8.000004', limits: { statutory: days(5), city: calendarDays(4), commune: hours(30) } },
  { code: '8.000005', limits: { statutory: calendarDays(6) }, onSupplement: 'continue' },
  { code: '8.000006', limits: { commune: days(2) }, clockStart: 'submission', variants: [LONG] },
  { code: '8.000007', limits: { commune: days(4) }, onSupplement: 'restart', variants: [SHORT] },
  { code: '8.000008', limits: {}, onSupplement: 'continue' },
  { code: '8.000009', limits: {}, unknown: true },
];
