/** A4 by NĐ 30/2020/NĐ-CP, Phụ lục I, in millimetres: 20–25 above and below, 30–35 left, 15–20 right. */
export const SHEET = { short: 210, long: 297 } as const;
export const UPRIGHT = { top: 20, bottom: 20, left: 30, right: 17 } as const;
export const SIDEWAYS = { top: 20, bottom: 17, left: 20, right: 15 } as const;

export const UPRIGHT_WIDTH = SHEET.short - UPRIGHT.left - UPRIGHT.right;
export const SIDEWAYS_WIDTH = SHEET.long - SIDEWAYS.left - SIDEWAYS.right;

/** The left part of the head; the Quốc hiệu needs the rest for one line. */
export const HEAD_LEFT = 0.42;
/** As long as *Độc lập - Tự do - Hạnh phúc* in 13 pt. */
export const MOTTO_RULE = 56;
/** A third to a half of what stands above it. */
export const NAME_RULE = 24;
export const SUBJECT_RULE = 50;

/** Many columns need small letters: 8.5 pt for sixteen of them, 7.5 for twenty-one. */
export const tableSize = (columns: number): number =>
  columns > 18 ? 7.5 : columns > 10 ? 9 : columns > 7 ? 10 : 11;
