import { createHash } from 'node:crypto';
import type { UserId } from '#domain/dossier';
import { CITY_CODE, officerNamed, type Cast, type Player } from './accounts.ts';
import type { PlannedOffice } from './month/plan.ts';

/** How far a neighbour has come with the report of the last month. */
export type ReportSoFar = 'accepted' | 'sent' | 'returned' | 'issued' | 'draft' | 'outside';

/** A unit of the same city; `outside` works without the product. */
export interface Neighbour {
  readonly code: string;
  readonly name: string;
  readonly level: 'xa' | 'phuong' | 'dacKhu';
  readonly isPunctual: boolean;
  readonly report: ReportSoFar;
}

const of = (
  number: number,
  name: string,
  level: Neighbour['level'],
  more: Pick<Neighbour, 'isPunctual' | 'report'>,
): Neighbour => ({ code: `${CITY_CODE}.${number}`, name, level, ...more });

/** What a city sees: some in time, some late, one asked to explain, one that never heard of us. */
export const NEIGHBOURS: readonly Neighbour[] = [
  of(91, 'Phường Mẫu Một', 'phuong', { isPunctual: true, report: 'accepted' }),
  of(92, 'Phường Mẫu Hai', 'phuong', { isPunctual: false, report: 'sent' }),
  of(93, 'Xã Mẫu Đông', 'xa', { isPunctual: true, report: 'returned' }),
  of(94, 'Xã Mẫu Tây', 'xa', { isPunctual: true, report: 'issued' }),
  of(95, 'Xã Mẫu Nam', 'xa', { isPunctual: false, report: 'draft' }),
  of(96, 'Đặc khu Mẫu', 'dacKhu', { isPunctual: true, report: 'outside' }),
];

/** So few that nobody waits for them at the first start. */
const COMING = [1, 2] as const;

/** An id that follows from who it is, in the form of a UUID. Nobody signs in by it. */
export const officerIdAt = (code: string, player: Player): UserId => {
  const bytes = createHash('sha256').update(`${code} ${player}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [0, 8, 12, 16, 20].map((from, part, all) => hex.slice(from, all[part + 1]));
  return parts.join('-') as UserId;
};

/** Its days: other people with other matters. */
export const officeOf = ({ code, isPunctual }: Neighbour): PlannedOffice => {
  const cast: Cast = (player) => ({ ...officerNamed(player), id: officerIdAt(code, player) });
  const seed = Number(code.split('.')[1]) * 104_729;
  return { code, seed, coming: COMING, isPunctual, castFor: () => cast };
};
