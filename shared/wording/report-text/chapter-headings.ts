import type { NamedPeriod } from '#domain/report';
import { nextName } from './period-words.ts';

const upper = (text: string): string => text.toLocaleUpperCase('vi');

const HEADINGS: Readonly<Record<string, string>> = {
  results: 'KẾT QUẢ THỰC HIỆN',
  contributors: 'TÌNH HÌNH GỬI BÁO CÁO',
  reformResults: 'KẾT QUẢ CẢI CÁCH HÀNH CHÍNH',
  handlingResults: 'KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
  targets: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
  steering: 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
  regulation: 'Chỉ đạo, điều hành và cải cách quy định TTHC',
  direction: 'Công tác chỉ đạo, điều hành',
  impact: 'Đánh giá tác động, rà soát quy định TTHC',
  publicity: 'Công khai, minh bạch TTHC',
  simplification: 'Rà soát, đơn giản hóa TTHC',
  reform: 'Cải cách thủ tục hành chính',
  handling: 'Tiếp nhận, giải quyết TTHC',
  byField: 'Tiếp nhận theo lĩnh vực, hệ thống',
  byResult: 'Kết quả giải quyết',
  stood: 'Từ chối, tạm dừng',
  procedures: 'TTHC phát sinh hồ sơ, nộp trực tuyến',
  payment: 'Thanh toán trực tuyến',
  onlineServices: 'Dịch vụ công trực tuyến, thanh toán trực tuyến',
  digitisation: 'Số hóa hồ sơ, kết quả giải quyết TTHC',
  cumulative: 'Số liệu lũy kế',
  week: 'Số liệu trong tuần',
  oneStop: 'Cơ chế một cửa, một cửa liên thông',
  feedback: 'Tiếp nhận, xử lý phản ánh, kiến nghị',
  satisfaction: 'Mức độ hài lòng của tổ chức, cá nhân',
  institution: 'Cải cách thể chế',
  apparatus: 'Cải cách tổ chức bộ máy',
  civilService: 'Cải cách chế độ công vụ',
  finance: 'Cải cách tài chính công',
  digitalGovernment: 'Xây dựng chính quyền số',
  index766: 'Chỉ số phục vụ người dân, doanh nghiệp',
  otherFigures: 'Số liệu khác',
  assessment: 'ĐÁNH GIÁ CHUNG',
  assessmentWhole: 'ĐÁNH GIÁ CHUNG',
  progress: 'Kết quả so với kỳ trước',
  limits: 'Tồn tại, hạn chế',
  causes: 'Nguyên nhân',
  difficulties: 'KHÓ KHĂN, VƯỚNG MẮC',
  proposals: 'KIẾN NGHỊ, ĐỀ XUẤT',
};

/** What stands over a chapter; null over the opening, the closing and the appendices. */
export function headingOf(key: string, named: NamedPeriod): string | null {
  if (key !== 'tasks') return HEADINGS[key] ?? null;
  const next = nextName(named);
  return next === undefined ? 'NHIỆM VỤ TRỌNG TÂM' : upper(`NHIỆM VỤ TRỌNG TÂM ${next}`);
}
