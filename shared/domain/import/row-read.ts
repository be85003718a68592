import type { Instant } from '../working-time/index.ts';

export const DATES = [
  ...(['NgayNopHoSo', 'NgayTiepNhan', 'NgayHenTra', 'NgayYeuCauBoSung', 'NgayBoSung'] as const),
  ...(['NgayKetThucXuLy', 'NgayTra', 'NgayTuChoi', 'NgayDung', 'NgayRut'] as const),
] as const;

export const FLAGS = [
  ...(['DuocThanhToanTrucTuyen', 'CoPhi', 'HoSoCoThanhPhanSoHoa', 'CoKetQuaSoHoa'] as const),
  ...(['CoKetQuaDienTu', 'LuuKho', 'TaiSuDung', 'PhiDiaGioi', 'LienThong'] as const),
] as const;

export type RowDates = Partial<Readonly<Record<(typeof DATES)[number], Instant>>>;
export type RowFlags = Partial<Readonly<Record<(typeof FLAGS)[number], boolean>>>;

/** A row whose cells are read, before anything is made of them. */
export interface RowRead {
  readonly dates: RowDates;
  readonly flags: RowFlags;
  readonly status: number;
  readonly exportedAt: Instant;
  /** The finish is the hand-over's date: a person let it stand. */
  readonly isFinishGuessed?: boolean;
  /** Some of its dates are days: their hours are ours. */
  readonly isByDay?: boolean;
}
