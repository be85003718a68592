import { EXAMPLE } from './example.ts';
import type { NationalColumn } from './title.ts';

/** A column of a file to be filled in: what it is called, what may stand in it, and what for instance does. */
export interface TemplateColumn<Name extends string = string> {
  readonly name: Name;
  readonly needed: boolean;
  readonly example: string;
  /** The only values that are understood; anything may stand where none are listed. */
  readonly values?: readonly string[];
}

const YES_NO = ['1', '0'] as const;
const STATUSES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

type Column = TemplateColumn<NationalColumn>;

const column = (name: NationalColumn, example: string, more: Partial<Column> = {}): Column => ({
  ...{ name, example, needed: false },
  ...more,
});

const flag = (name: NationalColumn, example: string): Column =>
  column(name, example, { values: YES_NO });

const NEEDED = { needed: true } as const;

/**
 * A list of dossiers as it is understood without a mapping. Left out are a second column for the channel, whose
 * numbers say the opposite, and what only lists of several units or two codes have.
 */
export const listTemplate: readonly Column[] = [
  column('MaHoSo', `${EXAMPLE} H24.99-260302-0001`, NEEDED),
  column('MaTTHC', '2.000815', NEEDED),
  column('TenTTHC', 'Chứng thực bản sao từ bản chính'),
  column('LinhVuc', 'Chứng thực'),
  column('KenhNop', '2', { ...NEEDED, values: ['1', '2', '3'] }),
  column('NguoiNop', 'Nguyễn Văn An'),
  column('SoDienThoai', '0912345678'),
  column('SoDinhDanh', '031090000001'),
  column('NgayNopHoSo', '02/03/2026 07:45'),
  column('NgayTiepNhan', '02/03/2026 08:00', NEEDED),
  column('NgayHenTra', '04/03/2026 17:00'),
  column('NgayYeuCauBoSung', ''),
  column('NgayBoSung', ''),
  column('NgayKetThucXuLy', '04/03/2026 10:30'),
  column('NgayTra', '04/03/2026 14:00'),
  column('NgayTuChoi', ''),
  column('NgayDung', ''),
  column('NgayRut', ''),
  column('TrangThai', '10', { ...NEEDED, values: STATUSES }),
  flag('DuocThanhToanTrucTuyen', '0'),
  flag('CoPhi', '1'),
  flag('HoSoCoThanhPhanSoHoa', '1'),
  flag('CoKetQuaSoHoa', '1'),
  flag('CoKetQuaDienTu', '0'),
  flag('LuuKho', '0'),
  flag('TaiSuDung', '0'),
  flag('PhiDiaGioi', '0'),
  flag('LienThong', '0'),
  column('HeThongNguon', 'mot-cua-hai-phong'),
];
