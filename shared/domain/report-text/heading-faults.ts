/** The head and foot of the paper, as far as they have to agree. */
export interface PaperHeading {
  readonly organisation: string;
  readonly symbol: string;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly authority: readonly string[];
}

export type HeadingFault = 'symbol-differs' | 'recipient-missing';

type Office = 'committee' | 'centre';

/** Whose paper it is by the letters of its symbol (NĐ 30/2020/NĐ-CP, Phụ lục I: *BC-UBND*, *BC-TTPVHCC*). */
const officeOfSymbol = (symbol: string): Office | undefined => {
  if (/-UBND$/u.test(symbol)) return 'committee';
  return /-TT(?:PV)?HCC$/u.test(symbol) ? 'centre' : undefined;
};

const officeOfOrganisation = (organisation: string): Office | undefined => {
  const text = organisation.toLocaleLowerCase('vi');
  if (text.includes('trung tâm')) return 'centre';
  return text.includes('ủy ban nhân dân') || text.includes('ubnd') ? 'committee' : undefined;
};

/** Whose authority the signature is of: *TM. ỦY BAN NHÂN DÂN*, *KT. CHỦ TỊCH*; *GIÁM ĐỐC*. */
const officeOfSigner = (authority: readonly string[]): Office | undefined => {
  const text = authority.join(' ').toLocaleLowerCase('vi');
  if (text.includes('chủ tịch') || text.includes('ủy ban nhân dân')) return 'committee';
  return text.includes('giám đốc') ? 'centre' : undefined;
};

const known = (offices: readonly (Office | undefined)[]): readonly Office[] =>
  offices.filter((office) => office !== undefined);

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('vi')
    .replace(/\bubnd\b/gu, 'ủy ban nhân dân')
    .replace(/\(.*?\)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const stands = (addressee: string, recipients: readonly string[]): boolean =>
  recipients.some((recipient) => {
    const told = plain(recipient);
    return told.startsWith('như trên') || told.includes(plain(addressee));
  });

/**
 * What of the paper does not agree: organisation, symbol and signer are of one office, and whoever the report is
 * addressed to also receives it. An office we do not know by its name is not judged.
 *
 * @example headingFaults({ …, symbol: 'BC-UBND', authority: ['GIÁM ĐỐC'] }) // ['symbol-differs']
 */
export function headingFaults(heading: PaperHeading): readonly HeadingFault[] {
  const { organisation, symbol, authority, addressees, recipients } = heading;
  const offices = known([
    officeOfOrganisation(organisation),
    officeOfSymbol(symbol),
    officeOfSigner(authority),
  ]);
  const isOne = new Set(offices).size <= 1;
  const isReceived = addressees.every((addressee) => stands(addressee, recipients));
  return [
    ...(isOne ? [] : ['symbol-differs' as const]),
    ...(isReceived ? [] : ['recipient-missing' as const]),
  ];
}
