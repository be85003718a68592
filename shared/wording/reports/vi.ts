import type {
  AimedFeedback,
  DossierIndicator,
  Ii06bColumn,
  ProcedureIndicator,
} from '#domain/report';
import { viComparison } from './comparison-vi.ts';
import { viLate } from './late-vi.ts';
import { viSchedule } from './schedule-vi.ts';
import { viPaper } from './paper-vi.ts';
import { viScreen } from './screen-vi.ts';
import { viSteps } from './steps-vi.ts';
import { viText } from './text-vi.ts';
import { viVersions } from './versions-vi.ts';

type IndicatorWord = DossierIndicator | ProcedureIndicator | AimedFeedback;

export const vi = {
  title: 'Báo cáo',
  nobody: 'Chưa phân công',
  noSource: 'Không từ hệ thống nào',
  agency: (code: string) => `Cơ quan khác: ${code}`,
  channels: {
    online: 'Trực tuyến',
    direct: 'Trực tiếp',
    post: 'Dịch vụ bưu chính',
  } as Readonly<Record<string, string>>,
  /** Headings (3) to (16) of Biểu II.06b as the form prints them. */
  columns: {
    total: 'Tổng số',
    onlineInPeriod: 'Trực tuyến',
    directOrPostInPeriod: 'Trực tiếp, dịch vụ bưu chính',
    carriedOver: 'Từ kỳ trước',
    resolved: 'Tổng số',
    resolvedEarly: 'Trước hạn',
    resolvedOnTime: 'Đúng hạn',
    resolvedLate: 'Quá hạn',
    rejected: 'Từ chối, không giải quyết',
    withdrawn: 'Hồ sơ rút',
    pending: 'Tổng số',
    pendingInTime: 'Trong hạn',
    pendingLate: 'Quá hạn',
    pendingSupplement: 'Yêu cầu bổ sung',
  } satisfies Record<Ii06bColumn, string>,
  /** The same as a list of dossiers names the cell it was opened from. */
  cells: {
    total: 'Tổng số hồ sơ (gồm kỳ trước chuyển sang)',
    onlineInPeriod: 'Tiếp nhận trực tuyến trong kỳ',
    directOrPostInPeriod: 'Tiếp nhận trực tiếp, qua bưu chính trong kỳ',
    carriedOver: 'Từ kỳ trước chuyển sang',
    resolved: 'Đã giải quyết',
    resolvedEarly: 'Đã giải quyết trước hạn',
    resolvedOnTime: 'Đã giải quyết đúng hạn',
    resolvedLate: 'Đã giải quyết quá hạn',
    rejected: 'Từ chối, không giải quyết',
    withdrawn: 'Hồ sơ rút',
    pending: 'Đang giải quyết',
    pendingInTime: 'Đang giải quyết trong hạn',
    pendingLate: 'Đang giải quyết quá hạn',
    pendingSupplement: 'Đang yêu cầu bổ sung',
  } satisfies Record<Ii06bColumn, string>,
  groups: {
    number: 'STT',
    received: 'Số lượng hồ sơ tiếp nhận',
    inPeriod: 'Trong kỳ',
    resolved: 'Số lượng hồ sơ đã giải quyết',
    pending: 'Số lượng hồ sơ đang giải quyết',
    total: 'Tổng cộng',
  },
  by: {
    field: 'Lĩnh vực giải quyết',
    procedure: 'Thủ tục hành chính',
    department: 'Phòng chuyên môn',
    officer: 'Cán bộ',
    source: 'Hệ thống nguồn',
    channel: 'Kênh nộp',
    unit: 'Đơn vị',
    responsible: 'Trách nhiệm',
  },
  indicators: {
    onlineReceipts: 'Hồ sơ trực tuyến',
    directOrPostReceipts: 'Hồ sơ trực tiếp, bưu chính',
    fullOnlineReceipts: 'Hồ sơ trực tuyến toàn trình',
    partialOnlineReceipts: 'Hồ sơ trực tuyến một phần',
    resolution: 'Đã giải quyết',
    resolvedEarly: 'Giải quyết trước hạn',
    resolvedOnTime: 'Giải quyết đúng hạn',
    resolvedLate: 'Giải quyết quá hạn',
    rejected: 'Từ chối, không giải quyết',
    withdrawn: 'Hồ sơ rút',
    resultsInTime: 'Đúng và trước hạn',
    handledInTime766: 'Đúng hạn (cách tính Bộ chỉ số 766)',
    pendingLate: 'Đang giải quyết đã quá hạn',
    onlinePayment: 'Thanh toán trực tuyến',
    componentsDigitised: 'Số hóa thành phần hồ sơ',
    resultDigitised: 'Số hóa kết quả',
    bothDigitised: 'Số hóa cả thành phần và kết quả',
    electronicResult: 'Kết quả điện tử',
    archived: 'Lưu kho',
    reused: 'Tái sử dụng dữ liệu số hóa',
    proceduresUsed: 'TTHC có phát sinh hồ sơ',
    fullOnlineProceduresUsed: 'TTHC toàn trình có phát sinh hồ sơ',
    partialOnlineProceduresUsed: 'TTHC một phần có phát sinh hồ sơ',
    proceduresPaidOnline: 'TTHC có phát sinh thanh toán trực tuyến',
    feedbackInTime: 'Phản ánh, kiến nghị trả lời đúng hạn',
  } satisfies Record<IndicatorWord, string>,
  formTitle: (unit: string) =>
    `TỔNG HỢP TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC CỦA ${unit.toLocaleUpperCase('vi')}`,
  formPeriod: (from: string, to: string) => `(Từ ngày ${from} đến ngày ${to})`,
  folded:
    'Biểu 13 cột: hồ sơ từ chối, hồ sơ rút tính vào đúng hạn; hồ sơ yêu cầu bổ sung tính vào trong hạn.',
  formUnit: 'Đơn vị tính: Số hồ sơ TTHC',
  notCounted: (count: number) =>
    `Ngoài số liệu trên: ${count} hồ sơ rút trước khi tiếp nhận hoặc đang chờ bổ sung tiếp nhận.`,
  screen: viScreen,
  schedule: viSchedule,
  steps: viSteps,
  text: viText,
  paper: viPaper,
  late: viLate,
  comparison: viComparison,
  versions: viVersions,
  notArising: 'không phát sinh',
};

export type ReportWords = typeof vi;
