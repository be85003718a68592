import type { Verdict } from '#domain/risk';
import type { ReasonTold } from './reason-told.ts';

const queue = ({ dossiers, usual, crowding }: NonNullable<ReasonTold['queue']>): string => {
  const held = `Cán bộ đang giữ ${dossiers} hồ sơ`;
  if (usual === null || crowding === 'usual') return `${held}.`;
  const slower = crowding === 'heavier' ? 'nhiều hơn' : 'ít hơn';
  return `${held}, ${slower} thường ngày (${usual}).`;
};

const here = ({ stage, isStep, usual, spent, left }: ReasonTold): string => {
  const named = isStep ? `Bước “${stage}”` : `Giai đoạn “${stage}”`;
  return `${named} thường mất ${usual} giờ làm việc, đã qua ${spent}, còn khoảng ${left}.`;
};

export const vi = {
  title: 'Nguy cơ trễ hạn',
  intro:
    'Hồ sơ chưa đến ngưỡng cảnh báo nào, nhưng theo thời gian các bước thường mất thì dễ trễ hạn.',
  list: 'Hồ sơ có nguy cơ trễ hạn',
  badge: (percent: number) => `Nguy cơ trễ ${percent}%`,
  expected: 'Dự kiến xong',
  due: 'Hẹn trả',
  holder: 'Người đang giữ',
  nobody: 'Chưa giao ai',
  open: 'Mở hồ sơ',
  refresh: 'Có thay đổi, tải lại',
  more: 'Xem thêm',
  reason: (told: ReasonTold) =>
    [
      here(told),
      ...(told.after === null ? [] : [`Các bước sau thường mất ${told.after} giờ.`]),
      ...(told.queue === null ? [] : [queue(told.queue)]),
      told.seen > 0
        ? `Tính từ ${told.seen} hồ sơ cùng thủ tục đã xong.`
        : 'Thủ tục này chưa có hồ sơ nào xong; tính theo các thủ tục cùng lĩnh vực.',
    ].join(' '),
  stepLate: (percent: number) => `Bước này có ${percent}% khả năng quá thời gian quy định.`,
  onTime: (at: string) => `Dự kiến xong ${at}.`,
  none: 'Không thấy hồ sơ nào có nguy cơ trễ hạn',
  noneHint: 'Hồ sơ sắp đến hạn và quá hạn nằm trong Việc của tôi và Cảnh báo.',
  all: 'Xem tất cả nguy cơ',
  unlearned: 'Chưa đủ hồ sơ đã xong để dự kiến',
  unlearnedHint: 'Mỗi đêm, dự kiến được tính lại từ những hồ sơ đã có kết quả.',
  keys: { figures: 'Xem độ tin cậy', whatIf: 'Thử một giả định', open: 'Mở hồ sơ đầu danh sách' },
  figures: {
    open: 'Độ tin cậy',
    heading: 'Dự kiến đáng tin đến đâu?',
    text: (dossiers: string, at: string) =>
      `Tính từ ${dossiers} hồ sơ đã có kết quả, cập nhật ${at}. Dự kiến được thử trên những tháng không dùng để tính; chỉ hiện ở thủ tục mà dự kiến sát hơn hẳn hai cách đoán đơn giản.`,
    caption: 'Sai số trung bình, tính bằng giờ làm việc',
    procedure: 'Thủ tục',
    dossiers: 'Hồ sơ thử',
    predicted: 'Dự kiến',
    byMean: 'Theo trung bình',
    byAllowance: 'Theo thời hạn',
    step: 'Bước quá hạn (Brier)',
    stepOf: (predicted: string, byRate: string) => `${predicted} so với ${byRate}`,
    verdicts: {
      shown: 'Có hiện dự kiến',
      thin: 'Không hiện: còn ít hồ sơ',
      meanIsBetter: 'Không hiện: trung bình đã đủ sát',
      allowanceIsBetter: 'Không hiện: thời hạn đã đủ sát',
    } satisfies Record<Verdict, string> as Readonly<Record<Verdict, string>>,
    none: 'Chưa có số liệu',
    close: 'Đóng',
  },
  whatIf: {
    open: 'Nếu… thì sao?',
    heading: 'Nếu… thì hồ sơ nào trễ?',
    kinds: { away: 'Có người vắng', dayOff: 'Thêm ngày nghỉ' },
    kind: 'Giả định',
    person: 'Người vắng',
    until: 'Vắng đến hết ngày',
    date: 'Ngày được nghỉ',
    ask: 'Xem hồ sơ bị trễ',
    note: 'Chỉ là phép thử: không thay đổi lịch làm việc, không giao lại hồ sơ. Khi có người vắng, giả định không ai làm thay.',
    missing: 'Hãy chọn người vắng.',
    noneLate: 'Không có hồ sơ nào trễ thêm',
    lateOf: (late: number) => `${late} hồ sơ sẽ trễ hạn`,
    counted: (asked: number) => `Đã xét ${asked} hồ sơ đang giải quyết và còn hạn.`,
    moved: (moved: number) => `${moved} hồ sơ được lùi hạn trả theo lịch mới.`,
    unproven: (unproven: number) =>
      `${unproven} hồ sơ thuộc thủ tục chưa dự kiến được; chỉ tính những hồ sơ đến hạn trước khi có người làm tiếp.`,
    unprovenDay: (unproven: number) =>
      `${unproven} hồ sơ thuộc thủ tục chưa dự kiến được, không tính.`,
    dueMove: (before: string, after: string) =>
      before === after ? `Hẹn trả ${before}` : `Hẹn trả ${before} → ${after}`,
    expectedMove: (before: string, after: string) => `Dự kiến xong ${before} → ${after}`,
    notBefore: (after: string) => `Không ai làm trước ${after}`,
    firstOf: (shown: number, late: number) => `Hiện ${shown} trong ${late} hồ sơ.`,
  },
};

export type RiskWords = typeof vi;
