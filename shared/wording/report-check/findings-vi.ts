import type { FindingKind } from '#domain/report-check';

/** A finding in the words of whoever asks for an explanation. */
export interface FindingWords {
  readonly title: string;
  readonly why: (values: readonly string[], expected: string | null) => string;
}

export type FindingSentences = Readonly<Record<FindingKind, FindingWords>>;

const say = (title: string, why: FindingWords['why']): FindingWords => ({ title, why });

export const viFindings: FindingSentences = {
  'sum-wrong': say(
    'Cộng không khớp',
    ([whole, parts], sum) =>
      `Tổng ghi ${whole ?? ''}, trong khi các phần ${parts ?? ''} cộng lại là ${sum ?? ''}.`,
  ),
  'part-over-whole': say(
    'Phần lớn hơn tổng',
    ([part, whole]) => `${part ?? ''} không thể lớn hơn tổng ${whole ?? ''}.`,
  ),
  'percent-wrong': say(
    'Tỷ lệ tính sai',
    ([share, printed], right) => `Ghi ${printed ?? ''}, nhưng ${share ?? ''} là ${right ?? ''}%.`,
  ),
  'percent-cut-off': say(
    'Tỷ lệ bị cắt, không làm tròn',
    ([share, printed], right) =>
      `Ghi ${printed ?? ''}, nhưng ${share ?? ''} làm tròn là ${right ?? ''}%.`,
  ),
  'percent-over-100': say('Tỷ lệ vượt 100%', ([printed]) => `Tỷ lệ ${printed ?? ''} lớn hơn 100%.`),
  'percent-not-whole': say(
    'Chưa đủ mà ghi 100%',
    ([share], right) => `${share ?? ''} là ${right ?? ''}%, chưa phải 100%.`,
  ),
  'percent-of-another-whole': say(
    'Tỷ lệ tính trên mẫu số khác',
    ([part, printed, other, whole], right) =>
      `${printed ?? ''} là ${part ?? ''}/${other ?? ''}; trên tổng ${whole ?? ''} nêu ở đây thì ${part ?? ''} chiếm ${right ?? ''}%.`,
  ),
  'percent-unfounded': say(
    'Tỷ lệ không có mẫu số',
    ([part, printed], right) =>
      `Từ ${part ?? ''} và các số liệu trong báo cáo không tính ra được ${printed ?? ''}` +
      (right === null ? '.' : `; trên tổng số trong báo cáo là ${right}%.`),
  ),
  'percent-without-counts': say(
    'Tỷ lệ không kèm số liệu',
    ([printed]) => `Chỉ nêu ${printed ?? ''}, không nêu tử số và mẫu số để kiểm tra.`,
  ),
  'ratio-without-percent': say(
    'Thiếu tỷ lệ phần trăm',
    ([ratio], right) => `Nêu tỷ lệ bằng ${ratio ?? ''} mà không ghi phần trăm (${right ?? ''}%).`,
  ),
  'ratio-without-sign': say(
    'Gọi là tỷ lệ nhưng ghi số lượng',
    ([count]) => `“Tỷ lệ” ở đây ghi ${count ?? ''}, không phải phần trăm.`,
  ),
  'figure-differs': say(
    'Cùng nội dung, hai số liệu',
    ([one, other]) => `Ở đây ghi ${one ?? ''}, chỗ khác trong báo cáo ghi ${other ?? ''}.`,
  ),
  'text-differs-from-table': say(
    'Lời văn khác biểu số liệu',
    ([text, table]) =>
      `Lời văn ghi ${text ?? ''}, Biểu II.06b ghi ${table ?? ''}. Kiểm tra xem có cộng cả hồ sơ kỳ trước chuyển sang không.`,
  ),
  'population-differs': say(
    'Hai tổng số tiếp nhận',
    ([here, there]) =>
      `Phần này tính trên ${here ?? ''} hồ sơ, phần tiếp nhận ghi ${there ?? ''} hồ sơ.`,
  ),
  'carried-over-as-received': say(
    'Gộp kỳ trước vào số tiếp nhận',
    ([total, carried], fresh) =>
      `Ghi đã tiếp nhận ${total ?? ''}, trong đó ${carried ?? ''} hồ sơ từ kỳ trước chuyển sang; tiếp nhận trong kỳ là ${fresh ?? ''}.`,
  ),
  'online-share-of-total': say(
    'Tỷ lệ trực tuyến tính cả kỳ trước',
    ([online, total, carried], fresh) =>
      `${online ?? ''} được tính trên ${total ?? ''} hồ sơ, gồm ${carried ?? ''} hồ sơ kỳ trước; tỷ lệ trực tuyến tính trên ${fresh ?? ''} hồ sơ tiếp nhận trong kỳ.`,
  ),
  'offline-contradicts': say(
    'Số không trực tuyến mâu thuẫn',
    ([part, all]) =>
      `Theo câu này có ${part ?? ''} hồ sơ không nộp trực tuyến, trong khi cả báo cáo chỉ có ${all ?? ''}.`,
  ),
  'late-denied': say(
    'Nói không quá hạn nhưng có',
    ([late]) => `Ở đây nêu không có hồ sơ quá hạn, nơi khác trong báo cáo: ${late ?? ''}.`,
  ),
  'city-system-contradicted': say(
    'Không phải toàn bộ trên Hệ thống thành phố',
    ([count]) =>
      `Nêu 100% trên Hệ thống thành phố, trong khi có ${count ?? ''} hồ sơ trên hệ thống của bộ, ngành.`,
  ),
  'result-before-resolution': say(
    'Số hóa kết quả khi chưa có kết quả',
    ([ratio, resolved]) =>
      `${ratio ?? ''} hồ sơ được số hóa kết quả, trong khi mới giải quyết ${resolved ?? ''} hồ sơ.`,
  ),
  'review-denied': say(
    'Nói không rà soát nhưng có kết quả',
    ([count]) => `Nêu rà soát không phát sinh, nhưng lại có ${count ?? ''} thủ tục giữ nguyên.`,
  ),
  'table-row-wrong': say(
    'Dòng của biểu cộng không khớp',
    ([row, whole, parts], sum) =>
      `Dòng “${row ?? ''}”: ghi ${whole ?? ''}, các cột ${parts ?? ''} cộng lại là ${sum ?? ''}.`,
  ),
  'table-total-wrong': say(
    'Dòng tổng của biểu không khớp',
    ([column, printed], sum) =>
      `Cột ${column ?? ''}: dòng tổng ghi ${printed ?? ''}, các dòng cộng lại là ${sum ?? ''}.`,
  ),
  'table-percent-wrong': say(
    'Tỷ lệ trong biểu tính sai',
    ([column, printed, share], right) =>
      `Cột ${column ?? ''} ghi ${printed ?? ''}, nhưng ${share ?? ''} là ${right ?? ''}%.`,
  ),
  'open-with-result': say(
    'Đang giải quyết mà đã có kết quả',
    ([row, count]) =>
      `Dòng “${row ?? ''}”: ${count ?? ''} hồ sơ đang giải quyết đã có tệp kết quả.`,
  ),
  'digitisation-differs-from-table': say(
    'Lời văn khác Phụ lục 01',
    ([text, column, table]) =>
      `Lời văn ghi ${text ?? ''}, cột ${column ?? ''} của Phụ lục 01 ghi ${table ?? ''}.`,
  ),
  'period-differs': say(
    'Hai kỳ số liệu',
    ([here, main]) => `Ở đây ghi ${here ?? ''}, số liệu của báo cáo là ${main ?? ''}.`,
  ),
  'period-year': say(
    'Sai năm của kỳ',
    ([here], right) => `Ghi ${here ?? ''}; kỳ của báo cáo là ${right ?? ''}.`,
  ),
  'period-backwards': say(
    'Ngày cuối đứng trước ngày đầu',
    ([here]) => `Xem lại hai ngày: ${here ?? ''}.`,
  ),
  'period-not-standard': say(
    'Kỳ số liệu khác quy định',
    ([here], right) => `Ghi ${here ?? ''}; kỳ báo cáo theo quy định là ${right ?? ''}.`,
  ),
  'symbol-differs': say('Ký hiệu và người ký không khớp', ([symbol], other) =>
    other === null
      ? `Ký hiệu ${symbol ?? ''} không đúng với thẩm quyền của người ký.`
      : `Ký hiệu ${symbol ?? ''}, nơi khác trong báo cáo ghi ${other}.`,
  ),
  'document-type-differs': say(
    'Ký hiệu khác tên loại văn bản',
    ([named], right) => `${named ?? ''}…: tên loại này có ký hiệu ${right ?? ''}.`,
  ),
  'appendix-missing': say(
    'Thiếu phụ lục',
    ([named]) => `Nêu “${named ?? ''}” nhưng không thấy phụ lục, biểu số liệu.`,
  ),
  'placeholder-left': say('Chưa điền nội dung', ([left]) => `Còn để trống: “${left ?? ''}”.`),
  'term-outdated': say(
    'Nội dung không còn phù hợp',
    ([term]) => `“${term ?? ''}” không còn theo quy định hiện hành.`,
  ),
  'decimal-marks-mixed': say(
    'Dấu thập phân không thống nhất',
    ([point, comma]) => `Nơi ghi ${point ?? ''}, nơi ghi ${comma ?? ''}; thống nhất dùng dấu phẩy.`,
  ),
};
