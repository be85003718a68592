import {
  NATIONAL_STATUS,
  effectiveEvents,
  isFinish,
  type Channel,
  type DossierState,
  type OfficeEvent,
} from '../dossier/index.ts';
import { formatInstant, instant, type Instant } from '../working-time/index.ts';
import { identityOf, type Besides } from './line-of.ts';
import { given } from './line.ts';
import type { NationalCells } from './national-row.ts';
import type { NationalColumn } from './title.ts';

const CHANNELS = { online: '1', direct: '2', post: '3' } as const satisfies Record<Channel, string>;

/**
 * A dossier as a row of `dossiers-national`: where it stands and the last date of each kind, as spreadsheets and
 * people read it. Earlier rounds of a wait are told by its line only.
 */
export function cellsOf(
  state: DossierState,
  { procedureName, applicant }: Besides = {},
): NationalCells {
  const { intake } = state;
  const { externalCode, source } = identityOf(intake);
  const events = effectiveEvents(state.history);
  return {
    ...{ MaHoSo: externalCode, MaTTHC: intake.procedure.code },
    ...given({ TenTTHC: procedureName, LinhVuc: intake.procedure.field }),
    KenhNop: CHANNELS[intake.channel],
    ...given({
      NguoiNop: applicant?.name,
      SoDienThoai: applicant?.phone,
      SoDinhDanh: applicant?.idNumber,
    }),
    ...datesOf(state, events),
    TrangThai: String(NATIONAL_STATUS[state.name] ?? ''),
    ...flagsOf(state, events),
    HeThongNguon: source,
  };
}

type Type = OfficeEvent['type'];

function datesOf(
  { submittedAt, receivedAt, returnedAt, due, intake }: DossierState,
  events: readonly OfficeEvent[],
): NationalCells {
  const last = (...types: readonly Type[]): Instant | undefined =>
    events.findLast(({ type }) => types.includes(type))?.occurredAt;
  const finish = events.find(({ type }) => isFinish(type));
  const finishedBy = (type: Type) => (finish?.type === type ? finish.occurredAt : undefined);
  return written({
    ...lastRound(last('supplementRequested'), last('supplementReceived')),
    NgayNopHoSo: submittedAt ?? undefined,
    NgayTiepNhan: receivedAt ?? undefined,
    NgayHenTra: due?.dueAt ?? lastDue(events) ?? intake.declaredDueAt,
    NgayKetThucXuLy: finishedBy('resultIssued'),
    NgayTra: returnedAt ?? undefined,
    NgayTuChoi: finishedBy('refused'),
    NgayDung: finishedBy('stopped'),
    NgayRut: finishedBy('withdrawn'),
  });
}

/** What came before it was asked for again is of an earlier round. */
const lastRound = (asked = Infinity, came = -Infinity) => ({
  ...(Number.isFinite(asked) && { NgayYeuCauBoSung: instant(asked) }),
  ...(came >= asked && { NgayBoSung: instant(came) }),
});

/** What was told before the clock stopped: what the wait adds to it, its end will tell. */
const lastDue = (events: readonly OfficeEvent[]): Instant | undefined =>
  events.findLast(({ due }) => due !== undefined && due.dueAt !== null)?.due?.dueAt ?? undefined;

const written = (dates: Partial<Record<NationalColumn, Instant | undefined>>): NationalCells =>
  Object.fromEntries(
    Object.entries(dates).flatMap(([column, at]) =>
      at === undefined ? [] : [[column, writtenDate(at)]],
    ),
  );

/**
 * As people write it, and as the portal does: to the second where there are seconds.
 *
 * @example 2026-03-02T08:00:00+07:00 → 02/03/2026 08:00
 */
function writtenDate(at: Instant): string {
  const [day = '', time = ''] = formatInstant(at).split('T');
  const clock = time.slice(0, 8);
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year} ${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
}

const FLAGS = [
  ['CoPhi', 'feeCharged'],
  ['HoSoCoThanhPhanSoHoa', 'componentsDigitised'],
  ['CoKetQuaSoHoa', 'resultDigitised'],
  ['CoKetQuaDienTu', 'electronicResultIssued'],
  ['LuuKho', 'archivedToStore'],
  ['TaiSuDung', 'dataReused'],
] as const satisfies readonly (readonly [NationalColumn, Type])[];

function flagsOf({ intake }: DossierState, events: readonly OfficeEvent[]): NationalCells {
  const told = new Set<Type>(events.map(({ type }) => type));
  const yes = (is: boolean): string => (is ? '1' : '0');
  return {
    DuocThanhToanTrucTuyen: yes(events.some(isPaidOnline)),
    ...Object.fromEntries(FLAGS.map(([column, type]) => [column, yes(told.has(type))])),
    PhiDiaGioi: yes(intake.outOfArea !== undefined),
    LienThong: yes(intake.bundle !== undefined),
  };
}

const isPaidOnline = ({ type, payload }: OfficeEvent): boolean =>
  (type === 'feePaid' || type === 'paymentReceived') && payload.method === 'online';
