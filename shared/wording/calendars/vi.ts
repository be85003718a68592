import type { LayerName } from '#contract/calendars';
import type { SpecialDayKind, Weekday } from '#domain/working-time';

/** What a day of the year looks like in the picture. */
export type DayLook = 'ordinary' | 'weekend' | 'off' | 'swapped' | 'makeUp' | 'hours' | 'takenBack';

const looks: Readonly<Record<DayLook, string>> = {
  ordinary: 'Ngày làm việc',
  weekend: 'Nghỉ hằng tuần',
  off: 'Ngày nghỉ',
  swapped: 'Nghỉ hoán đổi',
  makeUp: 'Làm bù',
  hours: 'Giờ làm riêng',
  takenBack: 'Trở lại như thường',
};

const kinds: Readonly<Record<SpecialDayKind, string>> = {
  off: 'Nghỉ',
  worked: 'Làm bù',
  plain: 'Như ngày thường trong tuần',
};

const layers: Readonly<Record<LayerName, string>> = {
  national: 'Nhà nước',
  city: 'Thành phố',
  unit: 'Đơn vị',
};

const weekdays: Readonly<Record<Weekday, string>> = {
  mon: 'Thứ Hai',
  tue: 'Thứ Ba',
  wed: 'Thứ Tư',
  thu: 'Thứ Năm',
  fri: 'Thứ Sáu',
  sat: 'Thứ Bảy',
  sun: 'Chủ nhật',
};

const shortWeekdays: Readonly<Record<Weekday, string>> = {
  ...{ mon: 'T2', tue: 'T3', wed: 'T4', thu: 'T5', fri: 'T6', sat: 'T7', sun: 'CN' },
};

/** The letter a day carries in the picture, so that its colour is not all there is. */
const signs: Readonly<Record<DayLook, string>> = {
  ...{ ordinary: '', weekend: '', off: 'N', swapped: 'Đ', makeUp: 'B', hours: 'G', takenBack: 'T' },
};

export const vi = {
  title: 'Lịch làm việc',
  looks,
  signs,
  kinds,
  layers,
  weekdays,
  shortWeekdays,
  month: (month: number, year: number) => `Tháng ${month}/${year}`,
  monthName: (month: number) => `Tháng ${month}`,
  year: (year: number) => `Năm ${year}`,
  yearBefore: (year: number) => `Xem năm ${year}`,
  picture: (year: number) => `Lịch làm việc năm ${year}`,
  pictureHint:
    'Bấm một ngày, hoặc kéo qua nhiều ngày, để sửa. Bàn phím: mũi tên để đi, giữ Shift để chọn nhiều ngày, Enter để sửa.',
  provisional: 'dự kiến',
  drafted: 'chưa áp dụng',
  legend: 'Chú giải',
  legendProvisional: 'Viền đứt: dự kiến, chưa có thông báo chính thức',
  legendDrafted: 'Chấm tròn: thay đổi chưa áp dụng',
  saidBy: (layer: string) => `do ${layer.toLowerCase()} đặt`,
  layerFilter: 'Xem riêng từng cấp đặt lịch',
  ordinaryWeek: 'Giờ làm trong tuần',
  closed: 'Nghỉ',
  inForce: (number: string) => `Đang dùng bản ${number}`,
  missingYear: (year: number) =>
    `Năm ${year} chưa có đủ ngày nghỉ chính thức. Hạn trả rơi vào năm này chỉ là dự kiến.`,
  openYear: (year: number) => `Mở lịch năm ${year}`,
  confirmYear: (year: number) => `Đã nhập đủ ngày nghỉ chính thức năm ${year}`,
  expectedDays: (count: number, year: number) =>
    `Năm ${year} có ${count} ngày nghỉ dự kiến. Khi có thông báo chính thức, hãy sửa lại từng ngày kèm số văn bản.`,
  table: {
    heading: 'Các ngày khác ngày thường',
    none: 'Không có ngày nào khác ngày thường.',
    date: 'Ngày',
    what: 'Là ngày gì',
    name: 'Tên gọi',
    hours: 'Giờ làm',
    layer: 'Cấp đặt',
    source: 'Căn cứ văn bản',
  },
  edit: {
    open: 'Sửa ngày',
    heading: 'Sửa lịch của đơn vị',
    from: 'Từ ngày',
    to: 'Đến ngày',
    kind: 'Những ngày này',
    name: 'Tên gọi',
    nameHint: 'Hiện trong căn cứ tính hạn trả, ví dụ: Nghỉ do bão số 3.',
    hours: 'Giờ làm',
    hoursHint: 'Ví dụ 07:30-11:30, 13:00-16:00. Bỏ trống: đủ một ngày, hoặc như trong tuần.',
    source: 'Căn cứ văn bản',
    sourceHint: 'Số, ký hiệu văn bản cho phép thay đổi.',
    badRange: 'Ngày cuối phải từ ngày đầu trở đi, không quá 366 ngày.',
    badHours: 'Ghi giờ theo mẫu 07:30-11:30, các khoảng cách nhau bằng dấu phẩy.',
    weekendsKept: 'Ngày nghỉ hằng tuần nằm trong khoảng này giữ nguyên.',
    apply: 'Đưa vào bản thay đổi',
  },
  week: {
    open: 'Sửa giờ trong tuần',
    heading: 'Giờ làm trong tuần của đơn vị',
    hint: 'Ví dụ 07:30-11:30, 13:00-17:00. Bỏ trống: nghỉ cả ngày.',
    warning: 'Giờ mới tính cho cả hồ sơ đã nhận: mọi hồ sơ đang giải quyết sẽ được tính lại.',
  },
  draft: {
    heading: 'Thay đổi chưa áp dụng',
    text: 'Chưa có hiệu lực. Xem trước hồ sơ nào đổi hạn trả rồi mới áp dụng.',
    day: (span: string, what: string, name: string) =>
      name === '' ? `${span}: ${what}` : `${span}: ${what} – ${name}`,
    week: (weekday: string, hours: string) => `${weekday}: ${hours}`,
    officialYear: (year: number) => `Năm ${year}: đã đủ ngày nghỉ chính thức`,
    remove: (line: string) => `Bỏ thay đổi ${line}`,
    drop: 'Bỏ hết',
    preview: 'Xem trước ảnh hưởng',
    previewing: 'Đang tính lại hạn trả các hồ sơ đang giải quyết…',
  },
  moves: {
    heading: (count: string) => `${count} hồ sơ đổi hạn trả`,
    none: 'Không hồ sơ nào đổi hạn trả',
    noneText: 'Áp dụng được ngay; lịch mới dùng cho hồ sơ nhận từ lúc đó.',
    text: 'Hạn trả ghi trên phiếu hẹn, hạn của hệ thống nguồn và hạn đã gia hạn được giữ nguyên.',
    earlier: (count: string) => `${count} hồ sơ có hạn sớm hơn trước`,
    dossier: 'Hồ sơ',
    from: 'Hạn đang dùng',
    to: 'Hạn mới',
    more: (count: string) => `Hiện thêm, còn ${count} hồ sơ`,
    apply: 'Áp dụng lịch này',
    confirm: (count: string) =>
      `Lịch mới có hiệu lực ngay. ${count} hồ sơ được ghi hạn trả mới, kèm lý do đổi lịch.`,
    applied: (count: string) => `Đã áp dụng lịch, ${count} hồ sơ đổi hạn trả`,
  },
  versions: {
    heading: 'Các phiên bản lịch',
    number: (number: number) => `Bản ${number}`,
    current: 'Đang dùng',
    first: 'Lịch ban đầu của đơn vị',
    made: (moment: string, name: string) => `${name} áp dụng lúc ${moment}`,
    since: (moment: string) => `Có hiệu lực từ ${moment}`,
    moved: (count: string) => `${count} hồ sơ đổi hạn trả`,
    byCity: 'Theo lịch của thành phố',
    weekday: (names: string) => `Đổi giờ làm: ${names}`,
    year: (year: number) => `Năm ${year} đã đủ ngày nghỉ chính thức`,
    back: 'như ngày thường',
    same: 'Không đổi ngày nào.',
    more: 'Bản cũ hơn',
    moreDays: (count: string) => `và ${count} ngày khác`,
  },
  someone: 'Quản trị',
  keys: { preview: 'Xem trước ảnh hưởng', apply: 'Áp dụng lịch', edit: 'Sửa ngày' },
};

export type CalendarWords = typeof vi;
