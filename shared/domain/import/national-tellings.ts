import { isFinish, stateTold, type Telling } from '../dossier/index.ts';
import { instant, type Instant } from '../working-time/index.ts';
import { UNTOLD } from './line.ts';
import type { RowFlags, RowRead } from './row-read.ts';
import type { Mark } from './told-dossier.ts';

export interface TellingsRead {
  readonly tellings: readonly Telling[];
  readonly marks: readonly Mark[];
}

/** What a row tells: what its dates say, what its status adds to them, and what it marks. */
export function tellingsOf(row: RowRead): TellingsRead {
  const dated = byTime(datedTellings(row));
  const waiting = waitingTold(row, dated);
  const known = [...dated, ...waiting.tellings];
  return {
    tellings: byTime([...known, ...underwayTold(row, known), ...marksTold(row.flags, known)]),
    marks: [...waiting.marks, ...disorderMarks(row), ...handoverMark(row), ...dayMark(row)],
  };
}

const byTime = (tellings: readonly Telling[]): readonly Telling[] =>
  tellings.toSorted((a, b) => a.at - b.at);

const telling = <Type extends Telling['type']>(
  type: Type,
  at: Instant | undefined,
  payload: Extract<Telling, { type: Type }>['payload'],
): readonly Telling[] => (at === undefined ? [] : [{ type, at, payload } as Telling]);

/** In the order in which things happen that happen in one moment. */
function datedTellings(row: RowRead): readonly Telling[] {
  const { dates } = row;
  const { NgayNopHoSo: sent, NgayTiepNhan: received } = dates;
  const isBefore = sent !== undefined && (received === undefined || sent < received);
  return [
    ...telling('submitted', isBefore ? sent : undefined, {}),
    ...telling('received', received, {}),
    ...telling('supplementRequested', dates.NgayYeuCauBoSung, {}),
    ...telling('supplementReceived', dates.NgayBoSung, {}),
    ...finishTold(row),
  ];
}

/** An end of work that came with a refusal, a withdrawal or a stop is the date of that, not of a result. */
function finishTold({ dates, status }: RowRead): readonly Telling[] {
  const { NgayKetThucXuLy: ended, NgayTuChoi, NgayRut, NgayDung, NgayTra } = dates;
  const stoppedAt = NgayDung ?? (status === 8 ? ended : undefined);
  const issuedAt = [3, 7, 8].includes(status) ? undefined : ended;
  return [
    ...telling('refused', NgayTuChoi, { reasonCode: UNTOLD }),
    ...telling('withdrawn', NgayRut, {}),
    ...telling('stopped', stoppedAt, { reasonCode: UNTOLD }),
    ...telling('resultIssued', issuedAt, {}),
    ...(issuedAt === undefined ? [] : handoverTold(NgayTra, issuedAt, status)),
  ];
}

function handoverTold(
  handedOver: Instant | undefined,
  issuedAt: Instant,
  status: number,
): readonly Telling[] {
  const payload = { method: UNTOLD };
  if (handedOver !== undefined) return telling('returned', handedOver, payload);
  return status === 10 ? [{ type: 'returned', at: issuedAt, payload, sureOf: 'fact' }] : [];
}

interface Waiting {
  readonly tellings: readonly Telling[];
  readonly marks: readonly Mark[];
}

/** A status that says *waiting* where no date says since when: it has waited since the list was made. */
function waitingTold(row: RowRead, dated: readonly Telling[]): Waiting {
  const none: Waiting = { tellings: [], marks: [] };
  if (dated.length === 0 || dated.some(({ type }) => isFinish(type))) return none;
  const at = instant(Math.max(row.exportedAt, ...dated.map((each) => each.at)));
  const isAsked = stateTold(dated).openPauses.length > 0;
  if (row.status === 5 && !isAsked) {
    const asked: Telling = { type: 'supplementRequested', at, payload: {}, sureOf: 'fact' };
    return { tellings: [asked], marks: ['request-date-unknown'] };
  }
  if (row.status === 6) {
    const asked: Telling = { type: 'paymentRequested', at, payload: { amount: 0 }, sureOf: 'fact' };
    return { tellings: [asked], marks: ['payment-date-unknown'] };
  }
  if (row.status !== 8) return none;
  const held: Telling = { type: 'held', at, payload: { basisCode: UNTOLD }, sureOf: 'fact' };
  return { tellings: [held], marks: ['hold-date-unknown'] };
}

/** Being handled: that somebody has begun, not when. */
function underwayTold({ status, dates }: RowRead, dated: readonly Telling[]): readonly Telling[] {
  const at = dates.NgayTiepNhan;
  if (status !== 4 || at === undefined || dated.length === 0) return [];
  return [{ type: 'assigned', at, payload: {}, sureOf: 'fact' }];
}

/** What a list marks with a yes: it happened when the dossier came, or when its result was there. */
function marksTold(flags: RowFlags, dated: readonly Telling[]): readonly Telling[] {
  const came = dated[0]?.at;
  if (came === undefined) return [];
  const finished = dated.find(({ type }) => isFinish(type))?.at ?? dated.at(-1)?.at ?? came;
  const at = { came, finished };
  return MARKED.flatMap(([flag, when, marked]) =>
    flags[flag] === true ? [{ ...marked, at: at[when], sureOf: 'fact' }] : [],
  );
}

const MARKED = [
  ['CoPhi', 'came', { type: 'feeCharged', payload: { amount: 0 } }],
  ['DuocThanhToanTrucTuyen', 'came', { type: 'feePaid', payload: { amount: 0, method: 'online' } }],
  ['HoSoCoThanhPhanSoHoa', 'came', { type: 'componentsDigitised', payload: {} }],
  ['TaiSuDung', 'came', { type: 'dataReused', payload: {} }],
  ['CoKetQuaSoHoa', 'finished', { type: 'resultDigitised', payload: {} }],
  ['CoKetQuaDienTu', 'finished', { type: 'electronicResultIssued', payload: {} }],
  ['LuuKho', 'finished', { type: 'archivedToStore', payload: {} }],
] as const satisfies readonly (readonly [keyof RowFlags, 'came' | 'finished', object])[];

/** Dates that cannot all be right, though each of them can: they are taken as told, and it is said. */
function disorderMarks({ dates }: RowRead): readonly Mark[] {
  const { NgayNopHoSo: sent, NgayTiepNhan: received, NgayHenTra: due } = dates;
  if (received === undefined) return [];
  return [
    ...(sent !== undefined && sent > received ? (['submitted-after-received'] as const) : []),
    ...(due !== undefined && due < received ? (['due-before-received'] as const) : []),
  ];
}

const dayMark = ({ isByDay }: RowRead): readonly Mark[] =>
  isByDay === true ? ['compared-by-day'] : [];

const handoverMark = ({ status, dates, isFinishGuessed }: RowRead): readonly Mark[] => [
  ...(status === 10 && dates.NgayTra === undefined ? (['handover-date-unknown'] as const) : []),
  ...(isFinishGuessed === true ? (['finish-is-handover'] as const) : []),
];
