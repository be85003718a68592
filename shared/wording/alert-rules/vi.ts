import type { AlertKind, AllowanceClass, RungTarget, Threshold } from '#domain/alert';
import type { Role } from '#domain/dossier';

/** Working minutes as people say them: *2 giờ*, *30 phút*, *1 giờ 30 phút*. */
const span = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = [...(hours > 0 ? [`${hours} giờ`] : []), ...(rest > 0 ? [`${rest} phút`] : [])];
  return said.length === 0 ? '0 phút' : said.join(' ');
};

const kinds: Readonly<Record<AlertKind, string>> = {
  'dossier.new': 'Hồ sơ mới',
  'dossier.notForwarded': 'Tiếp nhận mà chưa chuyển xử lý',
  'dossier.near': 'Sắp đến hạn trả',
  'dossier.dueToday': 'Đến hạn hôm nay',
  'dossier.overdue': 'Quá hạn trả',
  'intake.waiting': 'Hồ sơ trực tuyến chờ tiếp nhận',
  'step.near': 'Bước đang làm sắp hết giờ',
  'step.overdue': 'Bước đang làm quá giờ',
  'supplement.toSend': 'Đề xuất bổ sung chưa gửi',
  'supplement.arrived': 'Người nộp đã bổ sung',
  'supplement.ending': 'Thời gian chờ bổ sung sắp hết',
  'result.uncollected': 'Kết quả chưa có người nhận',
  'apology.missing': 'Trả muộn, chưa xin lỗi',
  'extension.ending': 'Hạn đã gia hạn sắp hết',
  'digitisation.missing': 'Chưa số hóa',
  'eResult.missing': 'Chưa cấp kết quả điện tử',
  'archive.missing': 'Chưa lưu kho',
  'source.stale': 'Dữ liệu nguồn đã cũ',
  'calendar.missing': 'Chưa có lịch nghỉ năm sau',
  'delivery.failed': 'Thông báo không gửi được',
  'import.failed': 'Đợt nhập không hoàn thành',
  'report.due': 'Báo cáo sắp đến hạn gửi',
  'report.ready': 'Báo cáo đã lập xong',
  'feedback.near': 'Phản ánh, kiến nghị sắp đến hạn trả lời',
  'feedback.overdue': 'Phản ánh, kiến nghị quá hạn trả lời',
};

/** The moment a kind is about, where its threshold is that moment itself. */
const moments: Readonly<Record<AlertKind, string>> = {
  'dossier.new': 'ngay khi hồ sơ đến',
  'dossier.notForwarded': 'ngay khi tiếp nhận',
  'dossier.near': 'đúng lúc hết hạn',
  'dossier.dueToday': 'đúng lúc hết hạn',
  'dossier.overdue': 'đúng lúc hết hạn',
  'intake.waiting': 'ngay khi hồ sơ đến',
  'step.near': 'đúng lúc hết giờ',
  'step.overdue': 'đúng lúc hết giờ',
  'supplement.toSend': 'ngay khi có đề xuất',
  'supplement.arrived': 'ngay khi nhận bổ sung',
  'supplement.ending': 'đúng lúc hết thời gian chờ',
  'result.uncollected': 'ngay khi có kết quả',
  'apology.missing': 'ngay khi trả muộn',
  'extension.ending': 'đúng lúc hết hạn',
  'digitisation.missing': 'ngay khi xong hồ sơ',
  'eResult.missing': 'ngay khi xong hồ sơ',
  'archive.missing': 'ngay khi xong hồ sơ',
  'source.stale': 'ngay khi dữ liệu cũ',
  'calendar.missing': 'từ ngày 01/11',
  'delivery.failed': 'ngay khi gửi hỏng',
  'import.failed': 'ngay khi đợt nhập hỏng',
  'report.due': 'đúng hạn gửi',
  'report.ready': 'ngay khi lập xong',
  'feedback.near': 'đúng hạn trả lời',
  'feedback.overdue': 'đúng hạn trả lời',
};

const threshold = (kind: AlertKind, given: Threshold): string => {
  switch (given.at) {
    case 'moment':
      return moments[kind];
    case 'dayStart':
      return 'đầu giờ ngày đến hạn';
    case 'share':
      return `khi đã qua ${given.percent} % thời hạn`;
    case 'daysBefore':
      return `trước ${given.days} ngày làm việc`;
    case 'minutesBefore':
      return `trước ${span(given.minutes)} làm việc`;
    case 'minutesAfter':
      return `sau ${span(given.minutes)} làm việc`;
    case 'daysAfter':
      return `sau ${given.days} ngày làm việc`;
  }
};

const roles: Readonly<Record<Role, string>> = {
  reception: 'quầy tiếp nhận',
  processing: 'công chức thụ lý',
  clerk: 'văn thư',
  cashier: 'người thu phí',
  head: 'trưởng phòng',
  director: 'Giám đốc Trung tâm',
  viceChair: 'Phó Chủ tịch phụ trách',
  reporter: 'người lập báo cáo',
  dataOfficer: 'người phụ trách dữ liệu',
  observer: 'người giám sát',
  admin: 'quản trị',
  cityReader: 'thành phố',
};

const target = (given: RungTarget, nameOf: (userId: string) => string | undefined): string => {
  if (given.kind === 'holder') return 'người đang giữ';
  return given.kind === 'role'
    ? roles[given.role]
    : (nameOf(given.userId) ?? 'một người được chọn');
};

const classes: Readonly<Record<AllowanceClass, string>> = {
  sameDay: 'trong ngày',
  short: '1 đến 3 ngày',
  long: 'trên 3 ngày',
};

/** *Quy tắc cảnh báo*. */
export const vi = {
  title: 'Quy tắc cảnh báo',
  kinds,
  roles,
  classes,
  threshold,
  target,
  span,
  and: ' và ',
  groups: {
    handover: 'Khi hồ sơ đến',
    promise: 'Hạn trả kết quả',
    step: 'Từng bước xử lý',
    supplement: 'Bổ sung, gia hạn',
    afterwards: 'Sau khi có kết quả',
    unit: 'Việc chung của đơn vị',
  },
  inForce: (version: number) => (version === 0 ? 'Quy tắc ban đầu' : `Bản ${version}`),
  setBy: (moment: string, name: string) => `${name} đặt lúc ${moment}`,
  never: 'Đơn vị chưa đổi gì, đang dùng quy tắc chung.',
  someone: 'Một người',
  off: 'Không nhắc.',
  tells: (whom: string, when: string) => `Báo ${whom}: ${when}.`,
  noThreshold: 'Không có mốc nào.',
  marks: (when: string) => `Mốc: ${when}.`,
  climbs: (whom: string, after: string) => `${whom} sau ${after} làm việc`,
  climbing: (rungs: string) => `Nếu chưa ai nhận việc thì báo tiếp ${rungs}.`,
  forClasses: (names: string) => `Thời hạn ${names}`,
  forProcedure: (name: string) => `Riêng ${name}`,
  changed: 'Khác quy tắc chung',
  edit: 'Sửa',
  editOf: (name: string) => `Sửa: ${name}`,
  general: {
    heading: 'Cách báo chung',
    bundle: (times: string) =>
      `Hồ sơ làm trong ngày gộp thành một tin cho cả quầy lúc ${times}, không báo từng hồ sơ.`,
    noBundle: 'Hồ sơ làm trong ngày được báo từng hồ sơ, không gộp.',
    voice: (minutes: number) =>
      `Trước khi báo lãnh đạo, người đang giữ có ${span(minutes)} làm việc để nêu vướng mắc.`,
    stale: (minutes: number) =>
      `Dữ liệu nhập quá ${span(minutes)} làm việc được ghi rõ “theo dữ liệu lúc …” và không báo lên lãnh đạo.`,
    hours: 'Tin riêng và thư chỉ gửi trong giờ làm việc; mỗi người có thể chọn khác.',
    cap: (most: number, times: string) =>
      `Mỗi người nhận nhiều nhất ${most} tin riêng một ngày; phần còn lại gộp vào bản tin ${times}.`,
    edit: 'Sửa giờ gộp và thời gian giải trình',
    bundleLabel: 'Giờ báo gộp cho quầy',
    bundleHint: 'Cách nhau bằng dấu phẩy, ví dụ 15:00, 16:30. Bỏ trống: không gộp.',
    voiceLabel: 'Thời gian giải trình (phút làm việc)',
  },
  editor: {
    scope: 'Áp dụng cho thủ tục',
    everyProcedure: 'Mọi thủ tục',
    classes: 'Áp dụng cho thời hạn',
    noClass: 'Hãy chọn ít nhất một loại thời hạn.',
    enabled: 'Có nhắc loại này',
    thresholds: 'Các mốc',
    when: 'Khi nào',
    amount: 'Bao nhiêu',
    ways: {
      moment: 'Đúng lúc xảy ra',
      dayStart: 'Đầu giờ ngày đến hạn',
      share: 'Khi đã qua … % thời hạn',
      daysBefore: 'Trước … ngày làm việc',
      minutesBefore: 'Trước … phút làm việc',
      minutesAfter: 'Sau … phút làm việc',
      daysAfter: 'Sau … ngày làm việc',
    } satisfies Readonly<Record<Threshold['at'], string>>,
    addThreshold: 'Thêm mốc',
    removeThreshold: (place: number) => `Bỏ mốc ${place}`,
    ladder: 'Báo ai, theo thứ tự',
    whom: 'Báo cho',
    after: 'Sau (phút làm việc)',
    holder: 'Người đang giữ hồ sơ',
    person: (name: string) => `Một người: ${name}`,
    addRung: 'Thêm người nhận',
    removeRung: (place: number) => `Bỏ người nhận ${place}`,
    apply: 'Đưa vào bản thay đổi',
    standard: 'Như quy tắc chung',
  },
  draft: {
    heading: 'Thay đổi chưa lưu',
    text: 'Chưa có hiệu lực. Nên xem thử tháng trước rồi mới lưu.',
    same: 'Chưa có gì khác bản đang dùng.',
    tryOut: 'Xem thử tháng trước',
    save: 'Lưu thành bản mới',
    drop: 'Bỏ thay đổi',
    reasonHeading: 'Lưu thành bản mới',
    reasonText:
      'Quy tắc mới có hiệu lực ngay với hồ sơ đang giải quyết. Lý do được ghi vào lịch sử.',
    saved: (version: number) => `Đã lưu bản ${version}, có hiệu lực ngay.`,
    restored: (version: number) =>
      `Khôi phục ${version === 0 ? 'quy tắc ban đầu' : `bản ${version}`}`,
  },
  difference: {
    general: 'Cách báo chung',
    before: 'Hiện nay',
    after: 'Đổi thành',
    what: 'Quy tắc',
    none: 'Giống bản trước.',
  },
  trial: {
    heading: 'Tháng trước nếu theo quy tắc này',
    span: (from: string, to: string, count: number) =>
      `Tính lại ${count} hồ sơ, từ ${from} đến ${to}.`,
    part: 'Đơn vị có nhiều hồ sơ hơn; đây là phần mới nhất.',
    running: 'Đang tính lại từng hồ sơ của tháng trước…',
    outdated: 'Bản thay đổi đã khác từ lần xem thử này.',
    kind: 'Loại cảnh báo',
    person: 'Người nhận',
    now: 'Đang dùng',
    then: 'Nếu đổi',
    change: 'Chênh lệch',
    total: 'Tổng số cảnh báo',
    totalOf: 'Cả tháng',
    mostADay: 'Tin riêng, ngày nhiều nhất',
    dossiers: (count: number) => `${count} hồ sơ`,
    open: (name: string) => `Xem hồ sơ của “${name}”`,
    dossier: 'Hồ sơ',
    firstOnly: (shown: number, count: number) => `Hiện ${shown} trên ${count} hồ sơ.`,
    noisy: (count: number, most: number) =>
      `${count} người sẽ nhận quá ${most} tin riêng trong một ngày. Hãy bớt mốc hoặc gộp tin cho quầy.`,
    noise: 'quá nhiều',
    quiet: (most: number) => `Không ai nhận quá ${most} tin riêng trong một ngày.`,
    nothing: 'Tháng trước không có cảnh báo nào theo cả hai quy tắc.',
  },
  history: {
    heading: 'Các bản đã dùng',
    reason: 'Lý do',
    noReason: 'Không ghi lý do',
    against: (version: number) => `So với ${version === 0 ? 'quy tắc ban đầu' : `bản ${version}`}`,
    restore: 'Khôi phục bản này',
    current: 'Đang dùng',
    none: 'Đơn vị chưa đổi quy tắc lần nào.',
    first: 'Quy tắc ban đầu',
    firstText: 'Quy tắc chung của mọi đơn vị khi chưa đổi gì.',
    more: 'Xem thêm',
    isRestored: 'Bản cũ đã được đưa vào phần thay đổi. Xem thử rồi lưu.',
  },
  keys: { tryOut: 'Xem thử tháng trước', save: 'Lưu thành bản mới' },
};

export type AlertRuleWords = typeof vi;
