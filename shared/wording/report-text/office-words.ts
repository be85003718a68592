/** Of whom a report speaks, as its paper names him. */
export interface ReportOffice {
  /** *Xã Mẫu*. */
  readonly name: string;
  /** Null of a city. */
  readonly level: 'xa' | 'phuong' | 'dacKhu' | null;
  /** *Thành phố Hải Phòng*; null where the unit stands under none. */
  readonly city: string | null;
  /** What the office has written over the head of its papers; null where it has not. */
  readonly head?: Readonly<Partial<Record<string, string>>> | null;
}

const LEVELS = { xa: 'xã', phuong: 'phường', dacKhu: 'đặc khu' } as const;

export const levelWord = ({ level }: ReportOffice): string =>
  level === null ? 'thành phố' : LEVELS[level];

const KINDS = ['Xã', 'Phường', 'Đặc khu', 'Thành phố'];

/** *xã Mẫu*: the kind of a unit is no part of its name. */
export const inSentence = (name: string): string => {
  const kind = KINDS.find((each) => name.startsWith(`${each} `));
  return kind === undefined ? name : kind.toLocaleLowerCase('vi') + name.slice(kind.length);
};

export const committeeOf = ({ name }: ReportOffice): string =>
  `Ủy ban nhân dân ${inSentence(name)}`;

export const centreOf = ({ name }: ReportOffice): string =>
  `Trung tâm Phục vụ hành chính công ${inSentence(name)}`;
