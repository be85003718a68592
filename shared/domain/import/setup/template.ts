import { EXAMPLE } from '../example.ts';
import type { TemplateColumn } from '../template.ts';
import type { SetupColumn, SetupProfile } from './column.ts';

type Column = TemplateColumn<SetupColumn>;

const column = (name: SetupColumn, example: string, more: Partial<Column> = {}): Column => ({
  ...{ name, example, needed: false },
  ...more,
});

const NEEDED = { needed: true } as const;
const YES_NO = { values: ['Có', 'Không'] } as const;

/** Files to fill in; the example beneath the titles is left out when the file is read. */
export const SETUP_TEMPLATES: Readonly<Record<SetupProfile, readonly Column[]>> = {
  procedures: [
    column('MaTTHC', `${EXAMPLE} 1.001193`, NEEDED),
    column('TenTTHC', 'Đăng ký khai sinh', NEEDED),
    column('LinhVuc', 'Hộ tịch'),
    column('ThamQuyen', 'Cấp xã', { values: ['Cấp xã', 'Ngành dọc'] }),
    column('MucTrucTuyen', 'Toàn trình', { values: ['Toàn trình', 'Một phần', 'Không'] }),
    column('HanQuyDinh', '03 ngày làm việc'),
    column('HanThanhPho', '12 giờ làm việc'),
    column('HanDonVi', 'trong ngày, nhận đến 15:00'),
    column('CacBuoc', 'Tiếp nhận; Tiếp nhận; 2 | Thẩm định; Thụ lý; 4 | Ký; Phó Chủ tịch; 2'),
    column('ThanhPhan', 'Tờ khai; Bản chính; 1 | Giấy chứng sinh; Bản chính; 1'),
    column('KhiBoSung', 'Dừng', { values: ['Dừng', 'Tính lại', 'Vẫn tính'] }),
    column('TinhTu', 'Tiếp nhận', { values: ['Tiếp nhận', 'Nộp'] }),
    column('Phi', '10.000'),
    column('GhiChuPhi', 'Miễn phí khi đăng ký đúng hạn'),
    column('TaiCho', 'Không', YES_NO),
    column('KetQuaGiay', 'Có', YES_NO),
    column('ThanhToanTrucTuyen', 'Có', YES_NO),
    column('CongBo', 'Có', YES_NO),
    column('QuyTrinhDienTu', 'Có', YES_NO),
    column('HieuLucTu', '01/12/2026'),
  ],
  people: [
    column('TenDangNhap', `${EXAMPLE} hoa.nt`, NEEDED),
    column('HoTen', 'Nguyễn Thị Hoa', NEEDED),
    column('ChucVu', 'Công chức'),
    column('HinhThucKy', 'TL. CHỦ TỊCH'),
    column('Phong', 'TU-PHAP'),
    column('VaiTro', 'Tiếp nhận, Thu phí', NEEDED),
  ],
};
