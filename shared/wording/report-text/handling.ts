import type { TextRun } from '#contract/reports';
import type { Ii06bColumn, RefusalParty } from '#domain/report';
import { countIn } from '#domain/report-text';
import {
  bracketed,
  cellOf,
  counted,
  dash,
  figure,
  listed,
  lowerFirst,
  percent,
  run,
  type Sentence,
  type Teller,
  type Told,
} from './say.ts';

const shareOf = (
  told: Told,
  column: Ii06bColumn,
  whole: Ii06bColumn | 'fresh',
): readonly TextRun[] =>
  bracketed(
    { numerator: told.section.ii06b[column], denominator: countIn(told.section.ii06b, whole) },
    cellOf(told.name, 'ii06b', column),
  );

/** F6 (i): how many there were, from where, and how they came in. */
export const received: Teller = (told) => {
  const { total, carriedOver } = told.section.ii06b;
  const fresh = countIn(told.section.ii06b, 'fresh');
  if (total === 0) return [dash`Trong kỳ không phát sinh hồ sơ TTHC.`];
  const carried = counted(told, 'carriedOver');
  if (fresh === 0) {
    return [
      dash`Trong kỳ không phát sinh hồ sơ mới; tiếp tục giải quyết ${carried} hồ sơ kỳ trước chuyển sang.`,
    ];
  }
  const all = counted(told, 'total');
  const whence =
    carriedOver === 0
      ? run`, đều tiếp nhận mới trong kỳ`
      : run`, trong đó tiếp nhận mới ${counted(told, 'fresh')} hồ sơ, kỳ trước chuyển sang ${carried} hồ sơ`;
  return [dash`Tổng số hồ sơ TTHC là ${all} hồ sơ${whence}.`, channels(told)];
};

function channels(told: Told): Sentence {
  const { onlineInPeriod, directOrPostInPeriod } = told.section.ii06b;
  const online = run`nộp trực tuyến ${counted(told, 'onlineInPeriod')} hồ sơ${shareOf(told, 'onlineInPeriod', 'fresh')}`;
  const direct = run`nộp trực tiếp hoặc qua dịch vụ bưu chính ${counted(told, 'directOrPostInPeriod')} hồ sơ${shareOf(told, 'directOrPostInPeriod', 'fresh')}`;
  if (directOrPostInPeriod === 0) {
    return dash`Hồ sơ tiếp nhận mới: ${online}; không có hồ sơ nộp trực tiếp, qua dịch vụ bưu chính.`;
  }
  if (onlineInPeriod === 0) {
    return dash`Hồ sơ tiếp nhận mới: ${direct}; không có hồ sơ nộp trực tuyến.`;
  }
  return dash`Hồ sơ tiếp nhận mới: ${online}; ${direct}.`;
}

const RESOLVED = [
  ['resolvedEarly', 'Trước hạn'],
  ['resolvedOnTime', 'Đúng hạn'],
  ['resolvedLate', 'Quá hạn'],
  ['rejected', 'Từ chối, không giải quyết'],
  ['withdrawn', 'Hồ sơ rút'],
] as const satisfies readonly (readonly [Ii06bColumn, string])[];

/** Where all are of one kind a list would be of one line. */
const ALL_RESOLVED: Readonly<Partial<Record<Ii06bColumn, string>>> = {
  resolvedEarly: 'đều trước hạn',
  resolvedOnTime: 'đều đúng hạn',
};

/** F6 (ii): what became of them. */
export const resolved: Teller = (told) => {
  const { total, resolved: done } = told.section.ii06b;
  if (total === 0) return [];
  if (done === 0) return [dash`Trong kỳ chưa có hồ sơ nào giải quyết xong.`];
  const head = run`Đã giải quyết ${counted(told, 'resolved')} hồ sơ${shareOf(told, 'resolved', 'total')}`;
  const kinds = RESOLVED.filter(([column]) => told.section.ii06b[column] > 0);
  const [[only] = []] = kinds;
  const same = kinds.length === 1 && only !== undefined ? ALL_RESOLVED[only] : undefined;
  if (same !== undefined) return [dash`${head}, ${same}.`];
  const lines = kinds.map(
    ([column, name]) =>
      run`${name}: ${counted(told, column)} hồ sơ${shareOf(told, column, 'resolved')}`,
  );
  return [dash`${head}, gồm:`, ...listed('+', lines)];
};

const PENDING = [
  ['pendingInTime', 'Đang giải quyết trong hạn'],
  ['pendingLate', 'Đang giải quyết quá hạn'],
  ['pendingSupplement', 'Đang chờ bổ sung'],
] as const satisfies readonly (readonly [Ii06bColumn, string])[];

/** F6 (iii): what is still to be done. */
export const pending: Teller = (told) => {
  const { total, pending: open, pendingInTime } = told.section.ii06b;
  if (total === 0) return [];
  if (open === 0) return [dash`Không còn hồ sơ đang giải quyết.`];
  const head = run`Đang giải quyết ${counted(told, 'pending')} hồ sơ`;
  if (open === pendingInTime) return [dash`${head}, đều trong hạn.`];
  const lines = PENDING.filter(([column]) => told.section.ii06b[column] > 0).map(
    ([column, name]) => run`${name}: ${counted(told, column)} hồ sơ`,
  );
  return [dash`${head}, gồm:`, ...listed('+', lines)];
};

const isLate = ({ section }: Told): boolean =>
  section.ii06b.resolvedLate + section.ii06b.pendingLate > 0;

/** What was late at a step, what was apologised for (F6 (xi)), or that nothing was late at all. */
export const lateness: Teller = (told) => {
  const { lives } = told.figures;
  if (told.section.ii06b.total === 0) return [];
  const atStep = lives?.partlyLate ?? 0;
  if (!isLate(told) && atStep === 0) return [dash`Không có hồ sơ quá hạn.`];
  return [
    ...lateHands(told),
    ...partlyLate(told, atStep),
    ...(isLate(told) ? apologies(told) : []),
  ];
};

/** *Trong đó thuộc trách nhiệm xã*: the agency's lateness is told beside it, and only where there is some. */
function lateHands({ name, figures }: Told): readonly Sentence[] {
  const { lateOfCommune = 0, lateOfAgency = 0 } = figures.lives ?? {};
  if (lateOfCommune + lateOfAgency === 0) return [];
  const of = (count: number, column: string) => figure(count, cellOf(name, 'steps', column));
  const others =
    lateOfAgency === 0
      ? []
      : run`; thuộc trách nhiệm của cơ quan khác: ${of(lateOfAgency, 'lateOfAgency')} hồ sơ`;
  return [
    dash`Trong số hồ sơ chậm, thuộc trách nhiệm của xã: ${of(lateOfCommune, 'lateOfCommune')} hồ sơ${others}.`,
  ];
}

function partlyLate({ name, figures }: Told, count: number): readonly Sentence[] {
  if (count === 0) return [];
  const open = figures.lives?.partlyLateOpen ?? 0;
  const all = figure(count, cellOf(name, 'steps', 'partlyLate'));
  const still =
    open === 0
      ? run`; các bước này đều đã xong`
      : run`; đến cuối kỳ còn ${figure(open, cellOf(name, 'steps', 'partlyLateOpen'))} hồ sơ ở bước bị chậm`;
  return [dash`Quá hạn một phần (chậm ở một bước xử lý): ${all} hồ sơ${still}.`];
}

function apologies({ name, figures }: Told): readonly Sentence[] {
  if (figures.lives === null) return [];
  const { apologies: count } = figures.lives;
  if (count === 0) return [dash`Chưa ghi nhận văn bản xin lỗi đối với hồ sơ quá hạn.`];
  return [
    dash`Số hồ sơ đã có văn bản xin lỗi, hẹn lại ngày trả: ${figure(count, cellOf(name, 'apologies', 'dossiers'))}.`,
  ];
}

/** The main ground of refusals, and who caused them: who reads a number of refusals asks for both next. */
export const refusals: Teller = (told) => [...mainGround(told), ...causedBy(told)];

const mainGround: Teller = ({ name, figures, section }) => {
  const [main] = (figures.lives?.refusals ?? []).toSorted((one, other) => other.count - one.count);
  const all = section.ii06b.rejected;
  if (main === undefined || all === 0 || main.count > all) return [];
  const cell = cellOf(name, 'refusals', 'dossiers', main.key);
  if (main.count === all)
    return [dash`Lý do từ chối, không giải quyết: ${lowerFirst(main.label)}.`];
  const told = percent({ numerator: main.count, denominator: all }, cell);
  const share = told === undefined ? [] : run`, chiếm ${told}`;
  return [
    dash`Lý do từ chối chủ yếu: ${lowerFirst(main.label)} (${figure(main.count, cell)}/${figure(all, cellOf(name, 'ii06b', 'rejected'))} hồ sơ${share}).`,
  ];
};

const PARTIES = [
  ['citizen', 'do người nộp hồ sơ'],
  ['agency', 'do cơ quan khác'],
  ['commune', 'thuộc trách nhiệm của xã'],
  ['unknown', 'chưa rõ bên nào'],
] as const satisfies readonly (readonly [RefusalParty, string])[];

const NOBODYS: Readonly<Record<RefusalParty, number>> = {
  ...{ citizen: 0, agency: 0, commune: 0, unknown: 0 },
};

const causedBy: Teller = ({ name, figures }) => {
  const parties = figures.lives?.refusalParties ?? NOBODYS;
  const told = PARTIES.filter(([party]) => parties[party] > 0);
  if (told.every(([party]) => party === 'unknown')) return [];
  const parts = told.map(
    ([party, label], at) =>
      run`${at === 0 ? '' : '; '}${label}: ${figure(parties[party], cellOf(name, 'refusals', party))} hồ sơ`,
  );
  return [dash`Nguyên nhân: ${parts.flat()}.`];
};

const STOOD = [
  ['onHold', 'Hồ sơ tạm dừng đến cuối kỳ'],
  ['awaitingPayment', 'Hồ sơ chờ nộp phí, lệ phí đến cuối kỳ'],
] as const;

/** *Trả lại, tạm dừng*: what stands still when the period ends. */
export const stood: Teller = ({ name, figures, section }) => {
  const { lives } = figures;
  if (lives === null || section.ii06b.total === 0) return [];
  return STOOD.filter(([key]) => lives.stood[key] > 0).map(
    ([key, label]) =>
      dash`${label}: ${figure(lives.stood[key], cellOf(name, 'stood', 'dossiers', key))} hồ sơ.`,
  );
};
