/** A unit as its papers name it. */
export interface Letterhead {
  readonly authority: string;
  readonly centre: string;
  /** In sentences: *Trung tâm Phục vụ hành chính công xã Mẫu*. */
  readonly name: string;
  /** In sentences: *xã Mẫu*. */
  readonly unit: string;
  /** The place of the date line. */
  readonly place: string;
}

const LEVEL = /^(xã|phường|đặc khu|thành phố)\s+/i;
const CENTRE = 'Trung tâm Phục vụ hành chính công';

/** A place named by a number keeps its level, or it would be no name. */
const placeOf = (name: string): string => {
  const bare = name.replace(LEVEL, '');
  return /^\d/.test(bare) ? name : bare;
};

/** By NĐ 30/2020/NĐ-CP, from the unit's own name. */
export const letterheadOf = (unitName: string): Letterhead => {
  const level = LEVEL.exec(unitName)?.[1] ?? '';
  const inSentence = level.toLocaleLowerCase('vi') + unitName.slice(level.length);
  return {
    authority: `ỦY BAN NHÂN DÂN ${unitName}`.toLocaleUpperCase('vi'),
    centre: CENTRE.toLocaleUpperCase('vi'),
    name: `${CENTRE} ${inSentence}`,
    unit: inSentence,
    place: placeOf(unitName),
  };
};
