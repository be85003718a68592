import type { NewHeading, ReportHeading } from '#contract/reports';
import type { PaperHeading } from '#domain/report-text';

/** The fields of the form, in the order of the paper; those with more than one line are typed as such. */
export const HEADING_FIELDS = [
  { name: 'superior', lines: 1, isNeeded: false },
  { name: 'organisation', lines: 1, isNeeded: true },
  { name: 'symbol', lines: 1, isNeeded: true },
  { name: 'place', lines: 1, isNeeded: true },
  { name: 'addressees', lines: 2, isNeeded: false, hint: 'eachLine' },
  { name: 'recipients', lines: 3, isNeeded: false, hint: 'eachLine' },
  { name: 'filing', lines: 1, isNeeded: true },
  { name: 'authority', lines: 3, isNeeded: true, hint: 'eachRank' },
  { name: 'name', lines: 1, isNeeded: false },
] as const satisfies readonly {
  readonly name: string;
  readonly lines: number;
  readonly isNeeded: boolean;
  readonly hint?: 'eachLine' | 'eachRank';
}[];

export type HeadingField = (typeof HEADING_FIELDS)[number]['name'];
export type HeadingText = Readonly<Record<HeadingField, string>>;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The paper's head and foot as the form shows them. */
export const headingText = (heading: ReportHeading): HeadingText => {
  const { superior, organisation, symbol, place, addressees, recipients, filing, signer } = heading;
  return {
    ...{ superior: superior ?? '', organisation, symbol, place, filing, name: signer.name },
    addressees: addressees.join('\n'),
    recipients: recipients.join('\n'),
    authority: signer.authority.join('\n'),
  };
};

/** What was typed, as far as it has to agree. */
export const paperOf = (typed: HeadingText): PaperHeading => ({
  organisation: typed.organisation,
  symbol: typed.symbol.trim(),
  addressees: linesOf(typed.addressees),
  recipients: linesOf(typed.recipients),
  authority: linesOf(typed.authority),
});

const ONE_LINED = ['organisation', 'symbol', 'place', 'filing'] as const;

/** Only what is otherwise than it was: what nobody touched goes on following the office. */
export const headingChanges = (before: HeadingText, typed: HeadingText): NewHeading => {
  const isOther = (...names: readonly HeadingField[]): boolean =>
    names.some((name) => typed[name].trim() !== before[name].trim());
  const { superior, name } = typed;
  const { addressees, recipients, authority } = paperOf(typed);
  return {
    ...(isOther('superior') && { superior: superior.trim() || null }),
    ...Object.fromEntries(
      ONE_LINED.filter((field) => isOther(field)).map((field) => [field, typed[field].trim()]),
    ),
    ...(isOther('addressees') && { addressees: [...addressees] }),
    ...(isOther('recipients') && { recipients: [...recipients] }),
    ...(isOther('authority', 'name') && {
      signer: { authority: [...authority], name: name.trim() },
    }),
  };
};

/** Which of the fields that cannot be empty are. */
export const missingIn = (typed: HeadingText): readonly HeadingField[] =>
  HEADING_FIELDS.filter(({ name, isNeeded }) => isNeeded && typed[name].trim() === '').map(
    ({ name }) => name,
  );
