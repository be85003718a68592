import { checkTemplate, fillTemplate, type MessageKind } from '#domain/citizen';
import { type Instant, hours, instant } from '#domain/working-time';
import { citizenTexts, type CitizenWords } from '#wording/citizens';

const CODE = 'H24.99-260302-0001';
const LOOKUP_CODE = '7K3MQ9TD';
const HOME = 'https://motcua.example';

interface Sample {
  readonly unit: string;
  readonly place: string | null;
  readonly now: Instant | undefined;
}

/** What a citizen would read, about a dossier that is none. */
export const previewOf = (
  kind: MessageKind,
  text: string,
  { unit, place, now }: Sample,
): string => {
  const due = now === undefined ? null : citizenTexts.moment(instant(now + hours(72)));
  const link = `${HOME}/tra-cuu#${CODE}/${LOOKUP_CODE}`;
  const values = {
    ...{ code: CODE, lookupCode: LOOKUP_CODE, unit, due, link },
    place: place ?? citizenTexts.placeOf(unit),
  };
  return fillTemplate(kind, text, values) ?? '';
};

/** Letters with marks: 70 in one short message, 67 in each of several. */
export const partsOf = (text: string): number =>
  text.length <= 70 ? 1 : Math.ceil(text.length / 67);

/** Why a text cannot be kept, in words. */
export const faultOf = (
  kind: MessageKind,
  text: string,
  { refusals }: CitizenWords,
): string | undefined => {
  const checked = checkTemplate(kind, text);
  if (checked.ok) return undefined;
  const { code, facts } = checked.refusal;
  return refusals[code]({ named: String(facts['named']), most: String(facts['most']) });
};
