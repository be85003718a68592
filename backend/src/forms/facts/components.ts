import { componentsIn, type Component, type OfficeEvent } from '#domain/dossier';

const KINDS: Readonly<Record<NonNullable<Component['kind']>, string>> = {
  original: 'Bản chính',
  certified: 'Bản sao chứng thực',
  copy: 'Bản sao',
  electronic: 'Bản điện tử',
};

/** Rows to be written on by hand where nobody has entered what was handed in. */
const BLANK_ROWS = 3;
const blank = Array.from({ length: BLANK_ROWS }, (_row, place) => [String(place + 1), '', '', '']);

const rowOf = ({ name, kind, copies }: Component, place: number): readonly string[] => [
  ...[String(place + 1), name, kind === undefined ? '' : KINDS[kind]],
  copies === undefined ? '' : String(copies).padStart(2, '0'),
];

/** *Thành phần hồ sơ nộp gồm*: as it was entered with the first event. */
export const componentRows = ([
  opening,
]: readonly OfficeEvent[]): readonly (readonly string[])[] => {
  const components = componentsIn(opening?.texts?.items ?? '');
  return components.length === 0 ? blank : components.map(rowOf);
};
