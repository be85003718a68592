import type { DeliveryChannel } from '#contract/alerts';
import type { DeliveryFault, DeliveryState } from '#contract/deliveries';
import type { RungBy } from '#contract/system';

const seconds = (count: number): string => {
  if (count < 60) return `${count} giây`;
  const minutes = Math.floor(count / 60);
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`;
};

const faults: Readonly<Record<DeliveryFault, string>> = {
  'no-address': 'Người nhận chưa khai nơi nhận thư',
  'no-server': 'Chưa khai máy chủ gửi thư',
  refused: 'Nơi nhận từ chối: địa chỉ sai hoặc bị chặn',
  unreachable: 'Không kết nối được nơi nhận, đã thử lại cả ngày',
  'not-allowed': 'Nơi nhận chưa được người vận hành cho phép',
  'answered-badly': 'Nơi nhận trả lời không đúng',
};

/** *Hệ thống*: how the product itself is doing, for whoever looks after it. */
export const vi = {
  title: 'Hệ thống',
  refresh: 'Xem lại',
  at: (moment: string) => `Tình trạng lúc ${moment}`,
  well: 'Hoạt động bình thường',
  degraded: 'Có phần không bình thường',
  teller: { troubled: (count: number) => `${count} phần cần xem` },
  isOk: 'Tốt',
  isNot: 'Cần xem',
  version: (version: string, node: string) => `Phiên bản ${version}, Node ${node}`,
  uptime: (count: number) => `Chạy được ${seconds(count)}`,
  seconds,
  ago: (count: number) => `${seconds(count)} trước`,
  unknown: 'Chưa rõ',
  checks: {
    heading: 'Các phần',
    part: 'Phần',
    state: 'Tình trạng',
    note: 'Số liệu',
    database: 'Cơ sở dữ liệu',
    migrations: 'Cấu trúc dữ liệu',
    queue: 'Hàng đợi',
    outbox: 'Việc chờ chuyển vào hàng đợi',
    clock: 'Đồng hồ máy chủ',
    workers: 'Tiến trình làm việc',
    working: (live: number, missed: number) =>
      live + missed === 0
        ? 'không có tiến trình nào'
        : `${live} đang chạy${missed > 0 ? `, ${missed} mất tin` : ''}`,
    sweep: 'Rà soát cảnh báo',
    feed: 'Cập nhật màn hình',
    answered: (ms: number) => `trả lời sau ${ms} ms`,
    waits: (open: number, lag: number) => `${open} việc, lâu nhất ${seconds(lag)}`,
    skew: (ms: number) => `lệch ${ms} ms`,
    late: (count: number) => (count === 0 ? 'không chậm' : `chậm ${seconds(count)}`),
    pages: (open: number, behind: number) => `${open} màn hình đang mở, chậm ${behind} thay đổi`,
  },
  kinds: { postgresql: 'trên PostgreSQL', redis: 'trên Redis', off: 'tắt, việc làm tại chỗ' },
  queue: {
    heading: 'Hàng đợi',
    off: 'Không dùng hàng đợi: mọi việc được làm theo vòng, không mất việc nào.',
    away: 'Hàng đợi không trả lời. Việc vẫn được làm theo vòng; hàng đợi sẽ nối lại khi có thể.',
    lane: 'Hàng',
    lanes: { prompt: 'Việc nhanh', long: 'Việc dài' },
    waiting: 'Đang chờ',
    active: 'Đang làm',
    delayed: 'Hẹn giờ',
    failed: 'Hỏng',
    failedHint:
      'Việc hỏng được giữ 14 ngày để tra cứu. Việc còn phải làm nằm trong cơ sở dữ liệu và được vòng sau làm tiếp.',
  },
  workers: {
    heading: 'Tiến trình làm việc',
    none: 'Không có tiến trình nào đang làm việc theo vòng. Hãy khởi động `motcua worker`.',
    name: 'Tiến trình',
    heard: 'Lần báo gần nhất',
    up: 'Đã chạy',
    live: 'Đang chạy',
    missed: 'Mất tin',
  },
  rounds: {
    heading: 'Việc làm theo vòng',
    elsewhere: 'Chưa có tiến trình nào báo về các vòng; xem độ chậm ở trên.',
    name: 'Việc',
    every: 'Chu kỳ',
    last: 'Lần gần nhất',
    by: 'Ai gọi',
    rungBy: {
      queue: 'hàng đợi',
      asked: 'gọi sớm',
      watchdog: 'bộ canh, vì hàng đợi im',
    } satisfies Readonly<Record<RungBy, string>>,
    underWay: 'đang làm',
    failures: (count: number) => `hỏng ${count} lần liền`,
    names: {
      'alert.sweep': 'Rà soát cảnh báo',
      'delivery.send': 'Gửi thông báo',
      'outbox.relay': 'Chuyển việc vào hàng đợi',
      'outbox.prune': 'Dọn việc đã chuyển',
      'feed.prune': 'Dọn thay đổi cũ',
      'schedule.fire': 'Xem lịch chạy',
      'audit.seal': 'Niêm phong nhật ký',
      'identity.tidyUp': 'Dọn phiên đăng nhập cũ',
      'import.erase': 'Xóa tệp của đợt nhập cũ',
      'import.watch': 'Nhận tệp từ thư mục nhận',
      'job.recover': 'Làm tiếp việc dở',
      'job.forget': 'Dọn việc đã xong',
      'platform.tidyUp': 'Dọn dẹp hằng đêm',
      'report.draft': 'Lập dự thảo báo cáo đến kỳ',
      'briefing.plan': 'Lên lịch bản tổng hợp cho lãnh đạo',
      'briefing.send': 'Gửi bản tổng hợp cho lãnh đạo',
      'citizen.send': 'Gửi tin cho công dân',
      'retention.erase': 'Xóa thông tin hết thời hạn lưu giữ',
      'risk.learn': 'Học thời gian giải quyết từng bước',
    } as Readonly<Record<string, string>>,
  },
  schedules: {
    heading: 'Lịch chạy',
    name: 'Việc',
    next: 'Lần tới',
    last: 'Lần trước',
    finished: 'đã xong',
    unfinished: (tries: number) => `chưa xong, đã thử ${tries} lần`,
    never: 'chưa chạy',
  },
  deliveries: {
    heading: 'Thông báo gửi đi',
    states: {
      open: 'Chưa gửi',
      sent: 'Đã gửi',
      superseded: 'Không cần gửi nữa',
      dead: 'Gửi hỏng',
    } satisfies Readonly<Record<DeliveryState, string>>,
    channels: {
      browser: 'Trình duyệt',
      webhook: 'Hệ thống khác',
      email: 'Thư điện tử',
    } satisfies Readonly<Record<DeliveryChannel, string>>,
    channel: 'Cách gửi',
    everyChannel: 'Mọi cách',
    at: 'Giờ gửi',
    whom: 'Người nhận',
    what: 'Nội dung',
    state: 'Kết quả',
    faults,
    tries: (count: number) => `đã thử ${count} lần`,
    aside: 'Đã bỏ qua',
    choose: (whom: string) => `Chọn thông báo gửi ${whom}`,
    chosen: (count: number) => `Đã chọn ${count}`,
    chooseAll: 'Chọn mọi thông báo hỏng đang hiện',
    again: 'Gửi lại',
    asideAct: 'Bỏ qua',
    sentAgain: (count: number) => `${count} thông báo sẽ được gửi lại ngay.`,
    putAside: (count: number) => `Đã bỏ qua ${count} thông báo.`,
    notAll: (count: number) => `${count} thông báo không làm được.`,
    none: 'Không có thông báo nào',
    noneHint: 'Không có thông báo nào như đã lọc.',
    more: 'Xem thêm',
  },
  keys: { refresh: 'Xem lại tình trạng' },
};

export type SystemWords = typeof vi;
