export { AGEING_BANDS, ageingOf, bandOf, type Ageing, type AgeingBand } from './ageing.ts';
export { leadingOf, type Leading, type Seat } from './leading.ts';
export { weekEndOf } from './week.ts';
