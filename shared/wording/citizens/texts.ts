import type { MessageKind } from '#domain/citizen';
import type { Instant } from '#domain/working-time';
import { dateText, timeText } from '../moment/index.ts';

/**
 * What citizens read, always in Vietnamese. A sentence that names what is not known is left out, so each says one
 * thing. Nothing about who they are or what they ask for: a telephone lies on the table where others see it.
 */
const templates: Readonly<Record<MessageKind, string>> = {
  received:
    '{đơn vị} đã tiếp nhận hồ sơ {mã hồ sơ}, hẹn trả kết quả lúc {hẹn trả}. Nơi nhận: {nơi nhận}. Mã tra cứu: {mã tra cứu}. Theo dõi tại {đường dẫn}',
  supplement:
    '{đơn vị}: hồ sơ {mã hồ sơ} cần bổ sung giấy tờ, mời Ông/Bà liên hệ {nơi nhận}. Mã tra cứu: {mã tra cứu}. Xem tại {đường dẫn}',
  resultReady:
    '{đơn vị}: hồ sơ {mã hồ sơ} đã có kết quả, mời Ông/Bà đến nhận tại {nơi nhận}. Khi đến xin mang theo giấy hẹn. Xem tại {đường dẫn}',
  apology:
    '{đơn vị} xin lỗi Ông/Bà vì chưa trả kết quả hồ sơ {mã hồ sơ} đúng hẹn và xin hẹn lại lúc {hẹn trả}. Nơi nhận: {nơi nhận}. Xem tại {đường dẫn}',
};

export const citizenTexts = {
  templates,
  moment: (at: Instant): string => `${timeText(at)} ngày ${dateText(at)}`,
  placeOf: (unit: string): string => `Trung tâm Phục vụ hành chính công ${unit}`,
  subject: (unit: string, code: string): string => `${unit}: hồ sơ ${code}`,
  footer:
    'Thư gửi tự động, xin không trả lời thư này. Nếu không muốn nhận tin, xin báo với Trung tâm.',
};
