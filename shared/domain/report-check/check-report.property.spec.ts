import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { percentageOf } from '../report/index.ts';
import { checkReport } from './check-report.ts';

const FIELDS = ['Hộ tịch', 'Chứng thực', 'Đất đai', 'Bảo trợ xã hội', 'Người có công'];
const COMMUNES = ['xã Vọng Hải', 'phường Cầu Vồng', 'xã Đồng Muối', 'đặc khu Hòn Mây'];

interface Row {
  readonly label: string;
  readonly settled: readonly number[];
  readonly open: readonly number[];
  readonly carried: number;
  readonly direct: number;
}

const counts = (size: number, max: number) =>
  fc.array(fc.nat(max), { minLength: size, maxLength: size });

/** A row of II.06b: how dossiers ended decides how many there were, and some of those came before. */
const rows = fc.subarray(FIELDS, { minLength: 2 }).chain((labels) =>
  fc.tuple(
    ...labels.map((label) =>
      fc.record({
        label: fc.constant(label),
        settled: counts(5, 900),
        open: counts(3, 90),
        carried: fc.nat(40),
        direct: fc.nat(60),
      }),
    ),
  ),
);

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

function cellsOf({ settled, open, carried, direct }: Row): readonly number[] {
  const [resolved, pending] = [sum(settled), sum(open)];
  const total = resolved + pending;
  const before = Math.min(carried, total);
  const atDesk = Math.min(direct, total - before);
  return [total, total - before - atDesk, atDesk, before, resolved, ...settled, pending, ...open];
}

const five = (numbers: readonly number[]) =>
  [0, 1, 2, 3, 4].map((place) => numbers[place] ?? 0) as [number, number, number, number, number];

const dotted = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

const percent = (numerator: number, denominator: number): string => {
  const told = percentageOf({ numerator, denominator });
  return told.code === 'percent' ? ` (đạt tỷ lệ ${told.text}%)` : '';
};

function reportOf(commune: string, table: readonly Row[]): string {
  const lines = table.map(cellsOf);
  const totals = Array.from({ length: 14 }, (_, place) =>
    sum(lines.map((line) => line[place] ?? 0)),
  );
  const [all, online, direct, before, resolved] = five(totals);
  const [early, onTime, late, refused, withdrawn] = five(totals.slice(5));
  const [pending, inTime, overdue, waiting] = five(totals.slice(10));
  const fresh = online + direct;
  return [
    'BÁO CÁO',
    `Kết quả giải quyết thủ tục hành chính tháng 05 năm 2026 của ${commune}`,
    '(Số liệu từ ngày 15/04/2026 đến ngày 14/05/2026)',
    `- Tổng số hồ sơ là ${dotted(all)} hồ sơ (trong đó: tiếp nhận mới ${dotted(fresh)} hồ sơ, kỳ trước chuyển sang ${dotted(before)} hồ sơ). Tiếp nhận trực tuyến ${dotted(online)} hồ sơ${percent(online, fresh)}, trực tiếp và qua bưu chính ${dotted(direct)} hồ sơ${percent(direct, fresh)}.`,
    `- Đã giải quyết ${dotted(resolved)} hồ sơ, trong đó: trước hạn ${dotted(early)} hồ sơ${percent(early, resolved)}, đúng hạn ${dotted(onTime)} hồ sơ${percent(onTime, resolved)}, quá hạn ${dotted(late)} hồ sơ${percent(late, resolved)}, từ chối giải quyết ${dotted(refused)} hồ sơ${percent(refused, resolved)}, hồ sơ rút ${dotted(withdrawn)} hồ sơ${percent(withdrawn, resolved)}.`,
    `- Đang giải quyết ${dotted(pending)} hồ sơ, trong đó: đang giải quyết trong hạn ${dotted(inTime)} hồ sơ, đang giải quyết quá hạn ${dotted(overdue)} hồ sơ, đang chờ bổ sung ${dotted(waiting)} hồ sơ.`,
    'Biểu số II.06b/VPCP/KSTT',
    ...table.map(({ label }, at) => [at + 1, label, ...(lines[at] ?? [])].join('\t')),
    ['', 'Tổng cộng', ...totals].join('\t'),
  ].join('\n');
}

const reports = fc
  .tuple(fc.constantFrom(...COMMUNES), rows)
  .map(([commune, table]) => reportOf(commune, table));

/** Places of the digits that count something: not of dates, forms and rows. */
const countingDigits = (text: string): readonly number[] => {
  const from = text.indexOf('- Tổng số');
  const isOther = /II\.06b|^\d+(?=\t\p{L})/gmu;
  const hidden = text.slice(from).replace(isOther, (found) => '#'.repeat(found.length));
  return [...hidden.matchAll(/\d/g)].map(({ index }) => from + index);
};

describe('any report made of true figures', () => {
  it('agrees with itself', () => {
    fc.assert(
      fc.property(reports, (text) => {
        expect(checkReport(text).findings).toEqual([]);
      }),
      { numRuns: propertyRuns(0.008) },
    );
  });

  it('does no more once a single digit is another', () => {
    fc.assert(
      fc.property(reports, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, pick, more) => {
        const places = countingDigits(text);
        const place = places[pick % places.length] ?? 0;
        const digit = (Number(text[place]) + more) % 10;
        const wrong = `${text.slice(0, place)}${String(digit)}${text.slice(place + 1)}`;
        expect(checkReport(wrong).findings).not.toEqual([]);
      }),
      { numRuns: propertyRuns(0.008) },
    );
  });
});
