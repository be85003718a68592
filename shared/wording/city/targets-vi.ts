import type { AimedFeedback, DossierIndicator, ProcedureIndicator } from '#domain/report';

type Ratio = DossierIndicator | ProcedureIndicator | AimedFeedback;

const SETTLED = 'hồ sơ đã giải quyết';

/** *Chỉ tiêu và định nghĩa chỉ số*: each ratio as an official would say it aloud, part over whole. */
export const viTargets = {
  title: 'Chỉ tiêu và định nghĩa chỉ số',
  hint: 'Cách tính và mức giao áp dụng cho báo cáo có ngày cuối kỳ từ ngày đã đặt trở đi. Báo cáo đã ban hành giữ nguyên.',
  given: 'Chỉ tiêu thành phố giao',
  noneGiven: 'Chưa giao mức cho tỷ lệ nào. Chọn một tỷ lệ ở bảng dưới để đặt.',
  others: 'Các tỷ lệ khác',
  indicator: 'Chỉ số',
  population: 'Tính trên',
  populations: {
    new: 'mới tiếp nhận trong kỳ',
    total: 'tổng số, gồm kỳ trước chuyển sang',
  },
  target: 'Mức giao',
  percent: (percent: string) => `${percent} %`,
  noTarget: 'không giao',
  since: 'Áp dụng từ',
  shipped: 'mặc định',
  later: (day: string, target: string) => `từ ${day}: ${target}`,
  now: (from: string, to: string) => `Kỳ ${from} – ${to}`,
  missing: 'Còn thiếu',
  needed: { dossiers: (count: string) => `${count} hồ sơ`, procedures: (n: string) => `${n} TTHC` },
  missingOf: (name: string, needed: string) => `${name}, còn thiếu ${needed}`,
  reached: 'đạt',
  set: 'Sửa',
  setFor: (name: string) => `Sửa ${name}`,
  dialog: (name: string) => `Cách tính và mức giao: ${name}`,
  percentLabel: 'Mức giao (%)',
  percentHint: 'Số nguyên từ 0 đến 100; để trống nếu không giao.',
  percentWrong: 'Ghi một số nguyên từ 0 đến 100, hoặc để trống.',
  noAim: 'Tỷ lệ này càng thấp càng tốt hoặc chỉ để theo dõi, nên không giao mức.',
  sinceMissing: 'Ghi ngày bắt đầu áp dụng.',
  sincePast:
    'Ngày đã qua: báo cáo chưa ban hành có kỳ kết thúc từ ngày này cũng tính theo cách mới.',
  history: 'Đã đặt',
  historyLine: (day: string, target: string, population: string) =>
    `Từ ${day}: ${target}, tính trên ${population}`,
  save: 'Đặt chỉ tiêu',
  saved: 'Đã đặt chỉ tiêu',
  formulas: {
    onlineReceipts: 'hồ sơ nộp trực tuyến / hồ sơ tiếp nhận',
    directOrPostReceipts: 'hồ sơ nộp trực tiếp, qua bưu chính / hồ sơ tiếp nhận',
    fullOnlineReceipts: 'hồ sơ nộp trực tuyến / hồ sơ của TTHC toàn trình',
    partialOnlineReceipts: 'hồ sơ nộp trực tuyến / hồ sơ của TTHC một phần',
    resolution: `${SETTLED} / tổng số hồ sơ`,
    resolvedEarly: `hồ sơ giải quyết trước hạn / ${SETTLED}`,
    resolvedOnTime: `hồ sơ giải quyết đúng hạn / ${SETTLED}`,
    resolvedLate: `hồ sơ giải quyết quá hạn / ${SETTLED}`,
    rejected: `hồ sơ từ chối, dừng giải quyết / ${SETTLED}`,
    withdrawn: `hồ sơ rút / ${SETTLED}`,
    resultsInTime: 'hồ sơ có kết quả trước hạn, đúng hạn / hồ sơ có kết quả',
    handledInTime766: 'hồ sơ trước hạn, đúng hạn và đang trong hạn / tổng số hồ sơ',
    pendingLate: 'hồ sơ đang giải quyết đã quá hạn / hồ sơ đang giải quyết',
    onlinePayment: 'hồ sơ đã thanh toán trực tuyến / hồ sơ phát sinh phí, lệ phí',
    componentsDigitised: `hồ sơ đã số hóa thành phần / ${SETTLED}`,
    resultDigitised: `hồ sơ đã số hóa kết quả / ${SETTLED}`,
    bothDigitised: `hồ sơ đã số hóa cả hai / ${SETTLED}`,
    electronicResult: 'hồ sơ có kết quả điện tử / hồ sơ có kết quả bằng văn bản',
    archived: `hồ sơ đã lưu kho / ${SETTLED}`,
    reused: 'hồ sơ tái sử dụng dữ liệu số hóa / tổng số hồ sơ',
    proceduresUsed: 'TTHC có hồ sơ trong kỳ / TTHC trong danh mục',
    fullOnlineProceduresUsed: 'TTHC toàn trình có hồ sơ / TTHC toàn trình trong danh mục',
    partialOnlineProceduresUsed: 'TTHC một phần có hồ sơ / TTHC một phần trong danh mục',
    proceduresPaidOnline: 'TTHC có thanh toán trực tuyến / TTHC phát sinh phí, lệ phí',
    feedbackInTime: 'PAKN trả lời đúng hạn / PAKN đã trả lời',
  } satisfies Record<Ratio, string>,
};

export type CityTargetWords = typeof viTargets;
