import type { SourceRecord } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import type { Dice } from './dice.ts';

/** The city's own system: its codes are official ones. */
const CITY_SOURCE = 'mot-cua-hai-phong';
const CIVIL_STATUS = 'ho-tich-dien-tu';
const NATIONAL = 'dvc-quoc-gia';
const LAND = 'dat-dai-quoc-gia';
const INSURANCE = 'lien-thong-bhxh';

/** In the order in which the commune believes them. */
export const SOURCE_NAMES = [CITY_SOURCE, CIVIL_STATUS, NATIONAL, LAND, INSURANCE] as const;

/** As officers call them. */
export const SOURCE_TITLES: Readonly<Record<(typeof SOURCE_NAMES)[number], string>> = {
  [CITY_SOURCE]: 'Một cửa Hải Phòng',
  [CIVIL_STATUS]: 'Hộ tịch điện tử',
  [NATIONAL]: 'Cổng Dịch vụ công quốc gia',
  [LAND]: 'Cơ sở dữ liệu đất đai',
  [INSURANCE]: 'Liên thông BHXH',
};

/** Systems whose exports nobody has fetched lately. */
const STALE: readonly string[] = [LAND, INSURANCE];

export const LIVE_SOURCES = SOURCE_NAMES.filter((name) => !STALE.includes(name));

export interface Told {
  readonly officialCode?: string;
  /** Primary first. */
  readonly sources: readonly SourceRecord[];
}

export interface Telling {
  readonly field: string;
  /** `H24.99-260302-9001`. */
  readonly officialCode: string;
  readonly at: Instant;
}

const prefixes: Readonly<Record<string, string>> = {
  [CIVIL_STATUS]: 'HT',
  [NATIONAL]: 'QG',
  [LAND]: 'DD',
  [INSURANCE]: 'BH',
};

const OWN_SYSTEM: Readonly<Record<string, string>> = {
  'Hộ tịch': CIVIL_STATUS,
  'Đất đai': LAND,
  'Bảo trợ xã hội': INSURANCE,
};

/** The field's own system alone, the city's alone, or both at once. */
const namesFor = (field: string, dice: Dice): readonly string[] => {
  const own = OWN_SYSTEM[field];
  if (own !== undefined) return dice.pick([[CITY_SOURCE], [CITY_SOURCE, own], [own]]);
  return dice.falls(0.1) ? [CITY_SOURCE, NATIONAL] : [CITY_SOURCE];
};

/** Which systems know of a dossier. A source that is followed live has no age; a stale one has its export's. */
export const toldBy = ({ field, officialCode, at }: Telling, dice: Dice): Told => {
  const names = namesFor(field, dice);
  const sources = names.map((source) => ({
    source,
    externalCode: source === CITY_SOURCE ? officialCode : `${prefixes[source]}-${officialCode}`,
    ...(STALE.includes(source) && { asOf: at }),
  }));
  return { sources, ...(names.includes(CITY_SOURCE) && { officialCode }) };
};
