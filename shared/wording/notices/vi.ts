import type { AlertKind, ReasonCode } from '#domain/alert';
import type { Instant } from '#domain/working-time';
import { dateText, momentText, timeText } from '../moment/index.ts';
import { awaitedText } from '../reports/awaited.ts';
import { viScreen } from '../reports/screen-vi.ts';

/** What a notice may say: codes and moments, nothing of a person. */
export interface NoticeFacts {
  /** The code a dossier is known by; empty for what is about no dossier. */
  readonly code: string;
  /** What else of the unit it is about: a source, a year, a report. */
  readonly subject: string;
  readonly dueAt: Instant;
}

type Sentence = (facts: NoticeFacts) => string;

const due = ({ dueAt }: NoticeFacts): string => momentText(dueAt);

const reportText = (subject: string): string => awaitedText(viScreen.templates, subject);

const ABOUT: ReadonlyMap<string, string> = new Map([
  ['regulation', ' về quy định hành chính'],
  ['conduct', ' về hành vi hành chính'],
  ['business', ' về quy định kinh doanh'],
]);

/** Known by its day and what it is about: nobody's words stand in a notice. */
const feedbackText = ({ subject }: NoticeFacts): string => {
  const [day = '', about = ''] = subject.split('/');
  return `Phản ánh, kiến nghị${ABOUT.get(about) ?? ''} nhận ngày ${day.split('-').reverse().join('/')}`;
};

const kinds: Readonly<Record<AlertKind, Sentence>> = {
  'dossier.new': (facts) => `Hồ sơ mới ${facts.code}, hẹn trả ${due(facts)}`,
  'dossier.notForwarded': ({ code }) => `Hồ sơ ${code} đã tiếp nhận mà chưa chuyển xử lý`,
  'dossier.near': (facts) => `Hồ sơ ${facts.code} sắp đến hạn: ${due(facts)}`,
  'dossier.dueToday': ({ code, dueAt }) => `Hồ sơ ${code} đến hạn hôm nay, lúc ${timeText(dueAt)}`,
  'dossier.overdue': (facts) => `Hồ sơ ${facts.code} đã quá hạn từ ${due(facts)}`,
  'intake.waiting': (facts) =>
    `Hồ sơ trực tuyến ${facts.code} đang chờ tiếp nhận, hạn ${due(facts)}`,
  'step.near': (facts) => `Hồ sơ ${facts.code}: bước đang làm sắp hết giờ, ${due(facts)}`,
  'step.overdue': (facts) =>
    `Hồ sơ ${facts.code}: bước đang làm đã quá giờ từ ${due(facts)} (quá hạn một phần)`,
  'supplement.toSend': ({ code }) => `Hồ sơ ${code}: đã đề xuất bổ sung nhưng chưa gửi yêu cầu`,
  'supplement.arrived': ({ code }) => `Hồ sơ ${code}: người nộp đã bổ sung`,
  'supplement.ending': (facts) =>
    `Hồ sơ ${facts.code}: thời gian chờ bổ sung sắp hết, ${due(facts)}`,
  'result.uncollected': ({ code }) => `Hồ sơ ${code} đã có kết quả, chưa có người đến nhận`,
  'apology.missing': ({ code }) => `Hồ sơ ${code} trả muộn, chưa có phiếu xin lỗi`,
  'extension.ending': (facts) => `Hồ sơ ${facts.code}: hạn đã gia hạn sắp hết, ${due(facts)}`,
  'digitisation.missing': ({ code }) =>
    `Hồ sơ ${code} đã có kết quả, chưa số hóa đủ thành phần và kết quả`,
  'eResult.missing': ({ code }) => `Hồ sơ ${code} đã có kết quả, chưa cấp bản điện tử`,
  'archive.missing': ({ code }) => `Hồ sơ ${code} đã có kết quả, chưa lưu kho dữ liệu điện tử`,
  'source.stale': ({ subject }) => `Dữ liệu từ ${subject} đã cũ, cần nhập lại`,
  'calendar.missing': ({ subject }) => `Chưa có lịch nghỉ chính thức của năm ${subject}`,
  'delivery.failed': () => 'Có thông báo không gửi được',
  'import.failed': () => 'Một đợt nhập dữ liệu không hoàn thành',
  'report.due': (facts) => `${reportText(facts.subject)} phải gửi trước ${due(facts)}`,
  'report.ready': ({ subject }) => `${reportText(subject)} đã lập xong, chờ xem lại`,
  'feedback.near': (facts) => `${feedbackText(facts)} phải trả lời trước ${due(facts)}`,
  'feedback.overdue': (facts) => `${feedbackText(facts)} đã quá hạn trả lời từ ${due(facts)}`,
};

const reasons: Readonly<Record<ReasonCode, string>> = {
  holder: 'hồ sơ đang ở bạn',
  desk: 'quầy hoặc phòng của bạn phụ trách',
  named: 'đơn vị chọn bạn nhận',
  head: 'bạn là trưởng phòng',
  director: 'bạn là giám đốc Trung tâm',
  viceChair: 'bạn là Phó Chủ tịch phụ trách',
};

/** How many of each weight, the gravest first: *2 quá hạn, 3 sắp đến hạn, 1 để biết*. */
interface Tally {
  readonly late: number;
  readonly warning: number;
  readonly info: number;
}

const tally = ({ late, warning, info }: Tally): string =>
  [
    ...(late > 0 ? [`${late} đã muộn`] : []),
    ...(warning > 0 ? [`${warning} cần làm sớm`] : []),
    ...(info > 0 ? [`${info} để biết`] : []),
  ].join(', ');

/** *Thông báo*: what reaches a person outside the product, and what the bell shows of it. */
export const vi = {
  kinds,
  reasons,
  tally,
  /** The one line of a desk: *còn 37 hồ sơ phải xong trước 17:00*. */
  deskLine: (count: number, before: Instant) =>
    `Còn ${count} hồ sơ phải xong trước ${timeText(before)}`,
  asOf: (at: Instant) => `theo dữ liệu lúc ${momentText(at)}`,
  because: (reason: string) => `Bạn nhận vì ${reason}.`,
  inPlaceOf: (name: string) => `thay ${name}`,
  subjectOfOne: (unit: string, sentence: string) => `[${unit}] ${sentence}`,
  subjectOfMany: (unit: string, counts: string) => `[${unit}] Cần xem: ${counts}`,
  greeting: (name: string) => `Kính gửi ${name},`,
  counted: (count: number, day: Instant) => `Ngày ${dateText(day)} có ${count} việc cần xem:`,
  more: (count: number) => `… và ${count} việc khác trong mục Cảnh báo.`,
  /** *Tin đầu ngày* of heads, director and vice-chairman. */
  briefing: {
    subject: (unit: string, late: number, today: number) =>
      `[${unit}] Tin đầu ngày: ${late} hồ sơ mới quá hạn, ${today} phải xong hôm nay`,
    ofUnit: (unit: string, day: Instant) => `Ngày ${dateText(day)}, ${unit}:`,
    ofDepartments: (names: string, day: Instant) => `Ngày ${dateText(day)}, ${names}:`,
    wentLate: (count: number) => `Quá hạn từ ngày làm việc trước, chưa xong: ${count}`,
    today: (count: number) => `Phải xong hôm nay: ${count}`,
    next: (count: number) => `Phải xong trong ngày làm việc tới: ${count}`,
    standing: (overdue: number, steps: number) =>
      `Tất cả đang quá hạn: ${overdue}, trễ bước: ${steps}`,
    escalated: (count: number) => `Đã báo lên lãnh đạo, chưa ai ghi nhận: ${count}`,
    byDepartment: 'Theo phòng:',
    department: (name: string, overdue: number, today: number) =>
      `${name}: quá hạn ${overdue}, phải xong hôm nay ${today}`,
    nobody: 'Chưa ai nhận',
    first: 'Cần xử lý trước:',
    dossier: (code: string, isLate: boolean, dueAt: Instant) =>
      isLate ? `${code}: quá hạn từ ${momentText(dueAt)}` : `${code}: hạn ${momentText(dueAt)}`,
    steer: (place: string) => `Xem và phân công lại: ${place}`,
  },
  footer: 'Xem và xử lý trong Motcua. Thư này gửi tự động, không chứa thông tin của công dân.',
} as const;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };

export type NoticeWords = Widened<typeof vi>;
