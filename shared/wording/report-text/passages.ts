import type { PassageKey } from '#domain/report-text';

interface PassageWords {
  readonly label: string;
  /** Words to begin with; … asks for what only people know. */
  readonly proposal: string;
}

export const PASSAGES: Readonly<Record<PassageKey, PassageWords>> = {
  direction: {
    label: 'Chỉ đạo, điều hành',
    proposal: '- Đã kiểm tra, đôn đốc … lượt tại bộ phận tiếp nhận và các phòng chuyên môn.',
  },
  regulation: {
    label: 'Cải cách quy định TTHC',
    proposal: '- Đánh giá tác động quy định TTHC: không phát sinh.',
  },
  publicity: {
    label: 'Công khai, minh bạch TTHC',
    proposal:
      '- TTHC mới hoặc có thay đổi được niêm yết tại Trung tâm và đăng trên trang thông tin điện tử của …',
  },
  simplification: {
    label: 'Rà soát, đơn giản hóa TTHC',
    proposal: '- Đã rà soát … TTHC; kiến nghị đơn giản hóa … TTHC.',
  },
  oneStop: {
    label: 'Cơ chế một cửa, một cửa liên thông',
    proposal:
      '- Bố trí … công chức, viên chức làm việc tại Trung tâm; trang thiết bị bảo đảm yêu cầu tiếp nhận và trả kết quả.',
  },
  feedback: {
    label: 'Phản ánh, kiến nghị',
    proposal: '- Nội dung phản ánh, kiến nghị chủ yếu: …',
  },
  satisfaction: {
    label: 'Mức độ hài lòng',
    proposal: '- Góp ý chủ yếu của tổ chức, cá nhân: …',
  },
  institution: {
    label: 'Cải cách thể chế',
    proposal: '- Đã ban hành … văn bản; rà soát … văn bản.',
  },
  apparatus: {
    label: 'Tổ chức bộ máy',
    proposal: '- Tổ chức bộ máy ổn định; trong kỳ có … thay đổi về nhân sự của Trung tâm.',
  },
  civilService: {
    label: 'Chế độ công vụ',
    proposal: '- Đã cử … lượt công chức, viên chức tập huấn nghiệp vụ.',
  },
  finance: { label: 'Tài chính công', proposal: '- Tình hình thu, chi ngân sách trong kỳ: …' },
  digitalGovernment: {
    label: 'Chính quyền số',
    proposal: '- Hoạt động chuyển đổi số trong kỳ: …',
  },
  remark: { label: 'Nhận xét', proposal: '' },
  limits: { label: 'Tồn tại, hạn chế', proposal: '- …' },
  causes: {
    label: 'Nguyên nhân',
    proposal: '- Nguyên nhân khách quan: …\n- Nguyên nhân chủ quan: …',
  },
  tasks: {
    label: 'Nhiệm vụ trọng tâm',
    proposal:
      '- Theo dõi hằng ngày hồ sơ sắp đến hạn, xử lý trước hạn từng bước.\n- Hướng dẫn tổ chức, cá nhân nộp hồ sơ và thanh toán trực tuyến.\n- Số hóa, lưu kho và tái sử dụng dữ liệu ngay khi tiếp nhận.\n- …',
  },
  proposals: { label: 'Kiến nghị, đề xuất', proposal: '- Kiến nghị với …: …' },
};
