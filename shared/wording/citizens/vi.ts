import type { MessageFault, MessageState } from '#contract/citizens';
import type { MessageKind, TemplateRefusalCode } from '#domain/citizen';

const kinds: Readonly<Record<MessageKind, string>> = {
  received: 'Đã tiếp nhận và hẹn trả',
  supplement: 'Cần bổ sung giấy tờ',
  resultReady: 'Có kết quả',
  apology: 'Xin lỗi và hẹn lại',
};

const states: Readonly<Record<MessageState, string>> = {
  open: 'Chờ gửi',
  leaving: 'Đang gửi',
  sent: 'Đã gửi',
  superseded: 'Không gửi',
  call: 'Chờ gọi điện',
  called: 'Đã gọi điện',
};

const faults: Readonly<Record<MessageFault, string>> = {
  'no-address': 'không có địa chỉ nhận',
  'no-server': 'chưa có máy chủ thư',
  refused: 'nơi nhận từ chối',
  unreachable: 'không kết nối được cổng nhắn tin',
  'not-allowed': 'cổng nhắn tin chưa được phép',
  'answered-badly': 'cổng nhắn tin chưa nhận',
  unsure: 'không rõ đã đến chưa, không gửi lần hai',
  'not-so': 'nội dung không còn đúng',
  'not-wanted': 'người nộp không nhận tin',
  'no-way': 'không có cách gửi',
};

const refusals: Readonly<
  Record<TemplateRefusalCode, (facts: { named: string; most: string }) => string>
> = {
  'text-empty': () => 'Nội dung còn trống.',
  'text-too-long': ({ most }) => `Nội dung dài quá ${most} ký tự.`,
  'placeholder-unknown': ({ named }) => `Không có chỗ điền {${named}}.`,
  'placeholder-missing': ({ named }) => `Phải có chỗ điền {${named}}.`,
  'brace-open': () => 'Có dấu { hoặc } lẻ.',
};

export const vi = {
  title: 'Gọi cho công dân',
  kinds,
  states,
  faults,
  refusals,
  ways: { gateway: 'tin nhắn', email: 'thư điện tử' },
  call: {
    list: 'Những người cần gọi',
    none: 'Không ai phải gọi',
    noneHint: 'Khi tin nhắn không đến được người nộp, người đó hiện ở đây.',
    about: {
      received: 'Báo đã tiếp nhận hồ sơ và giờ hẹn trả',
      supplement: 'Báo cần bổ sung giấy tờ',
      resultReady: 'Mời đến nhận kết quả',
      apology: 'Xin lỗi và báo giờ hẹn lại',
    } satisfies Record<MessageKind, string>,
    newDue: (moment: string) => `Hẹn lại: ${moment}`,
    since: (moment: string) => `Từ ${moment}`,
    because: (fault: string) => `Tin nhắn: ${fault}`,
    tried: (times: number) => `${times} lần không nghe máy`,
    notBefore: (moment: string) => `Gọi lại sau ${moment}`,
    noPhone: 'Không có số',
    reveal: 'Hiện số điện thoại',
    revealReason: (about: string) => `Gọi cho công dân: ${about}`,
    reached: 'Đã gọi',
    noAnswer: 'Không nghe máy',
    later: 'Gọi lại lúc…',
    laterHeading: 'Gọi lại lúc nào?',
    laterHint: 'Người này sẽ hiện lên đầu khi đến giờ.',
    moment: 'Thời điểm',
    badMoment: 'Nhập như 14:30 hoặc 05/03/2026 14:30.',
    keep: 'Hẹn gọi lại',
    done: (code: string) => `Đã gọi về hồ sơ ${code}`,
    again: (code: string, moment: string) => `Gọi lại về hồ sơ ${code} sau ${moment}`,
    more: 'Xem thêm',
    keys: {
      reached: 'Đã gọi người đang đứng',
      noAnswer: 'Không nghe máy',
      later: 'Gọi lại lúc khác',
      reveal: 'Hiện số điện thoại',
    },
  },
  dossier: {
    heading: 'Báo tin cho người nộp',
    given: (by: string, at: string) => `Người nộp đồng ý nhận tin (${by}, ${at}).`,
    withdrawn: (by: string, at: string) => `Người nộp không nhận tin (${by}, ${at}).`,
    notAsked: 'Chưa hỏi người nộp có muốn nhận tin không.',
    give: 'Đồng ý nhận tin',
    withdraw: 'Ngừng nhận tin',
    none: 'Chưa báo tin nào.',
  },
  consent: 'Người nộp đồng ý nhận tin nhắn, cuộc gọi về hồ sơ này',
  settings: {
    title: 'Tin nhắn cho công dân',
    intro:
      'Mỗi tin chỉ nêu mã hồ sơ, thời điểm, nơi nhận và đường tra cứu; không nêu tên người nộp và tên thủ tục. Tin gửi trong giờ làm việc, mỗi việc một lần.',
    send: 'Gửi tin này',
    text: 'Nội dung',
    preview: 'Người nộp đọc',
    length: (characters: number, parts: number) => `${characters} ký tự, ${parts} tin SMS`,
    standard: 'Dùng lại nội dung sẵn có',
    placeholders: 'Chỗ điền được',
    place: 'Nơi nhận kết quả',
    placeHint: 'Để trống thì dùng tên Trung tâm.',
    importedToo: 'Báo tin cả hồ sơ nhập từ hệ thống khác khi người nộp chưa được hỏi',
    importedHint:
      'Chỉ bật khi đơn vị đã có căn cứ để báo tin. Hồ sơ tồn cũ không được báo; người đã từ chối không bao giờ được báo.',
    save: 'Lưu',
    saved: 'Đã lưu',
    gateway: 'Cổng nhắn tin',
    gatewayUrl: 'Địa chỉ cổng',
    gatewayKind: 'Loại cổng',
    gatewayToken: 'Mã truy cập của cổng (nếu cổng yêu cầu)',
    gatewayAdd: 'Dùng cổng này',
    gatewayEnd: 'Ngừng dùng cổng',
    gatewaySecret: (secret: string) =>
      `Khóa ký, chỉ hiện một lần, hãy khai báo ở cổng nhắn tin: ${secret}`,
    templateId: (kind: string) => `Mã mẫu ZNS: ${kind}`,
    gatewayNone: 'Chưa có cổng nhắn tin: việc báo tin chuyển sang danh sách Gọi cho công dân.',
    gatewayIs: (template: string, host: string) => `${template}, máy chủ ${host}`,
    templates: { motcua: 'Bản tin có chữ ký', zaloOa: 'Zalo OA (ZNS)', sms: 'Cổng SMS' },
    unit: 'Xã, phường, đặc khu',
    noUnit: 'Chưa có xã, phường hoặc đặc khu nào.',
  },
  system: {
    heading: 'Tin nhắn cho công dân',
    none: 'Chưa có tin nào cho công dân.',
    caption: 'Tin cho công dân, mới nhất trước',
    columns: {
      code: 'Hồ sơ',
      kind: 'Nội dung',
      state: 'Tình trạng',
      way: 'Cách gửi',
      at: 'Lúc',
    },
  },
};

export type CitizenWords = typeof vi;
