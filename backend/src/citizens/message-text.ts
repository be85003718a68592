import type { CitizenMessages } from '#contract/units';
import { fillTemplate, type MessageValues } from '#domain/citizen';
import { citizenTexts } from '#wording/citizens';
import type { Outgoing } from './outgoing.ts';

/** A link that opens the look-up with both codes filled in; behind the `#` they reach no server's log. */
const linkOf = (
  home: string | undefined,
  code: string,
  lookupCode: string | null,
): string | null =>
  home === undefined || lookupCode === null
    ? null
    : `${new URL('/tra-cuu', home).href}#${encodeURIComponent(code)}/${lookupCode}`;

interface Sayable {
  readonly text: string;
  readonly values: MessageValues;
}

/** What is said now, or undefined when there is no longer anything to say. */
export const messageText = (
  { kind, code, dueAt, unitName }: Outgoing,
  { texts, place }: CitizenMessages,
  { home, lookupCode }: { readonly home: string | undefined; readonly lookupCode: string | null },
): Sayable | undefined => {
  const values: MessageValues = {
    code,
    lookupCode,
    unit: unitName,
    due: dueAt === null ? null : citizenTexts.moment(dueAt),
    place: place ?? citizenTexts.placeOf(unitName),
    link: linkOf(home, code, lookupCode),
  };
  const text = fillTemplate(kind, texts[kind] ?? citizenTexts.templates[kind], values);
  return text === undefined ? undefined : { text, values };
};
