/** *Bản chính, bản sao chứng thực, bản sao, bản điện tử*. */
export type ComponentKind = 'original' | 'certified' | 'copy' | 'electronic';

/** *Thành phần hồ sơ*: one kind of paper, as it was handed in. */
export interface Component {
  readonly name: string;
  readonly kind?: ComponentKind;
  readonly copies?: number;
}

const KINDS = {
  ...{ original: true, certified: true, copy: true, electronic: true },
} as const satisfies Record<ComponentKind, true>;

const isKind = (text: string): text is ComponentKind => Object.hasOwn(KINDS, text);

const withoutBreaks = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ').trim();

const lineOf = ({ name, kind, copies }: Component): string =>
  [withoutBreaks(name), kind ?? '', copies ?? ''].join('\t').trimEnd();

const componentOf = (line: string): Component => {
  const [name = '', kind = '', copies = ''] = line.split('\t');
  return {
    name,
    ...(isKind(kind) && { kind }),
    ...(/^\d+$/.test(copies) && { copies: Number(copies) }),
  };
};

/**
 * What was handed in, as the text that is kept beside the event it came with: names are an applicant's words,
 * so they are erased where texts are. One line a paper, its parts set apart by tabs.
 *
 * @example componentsText([{ name: 'Giấy chứng sinh', kind: 'original', copies: 1 }])
 *   // 'Giấy chứng sinh\toriginal\t1'
 */
export const componentsText = (components: readonly Component[]): string =>
  components.map(lineOf).join('\n');

/** What such a text says; a line without tabs is a name and nothing more. */
export const componentsIn = (text: string): readonly Component[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(componentOf);
