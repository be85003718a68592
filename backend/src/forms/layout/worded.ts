import { factsNamed, wordedAs, type FormEdition, type FormPiece } from '#domain/form';
import type { Block, Template } from './template.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

const sentence = (key: string, standard: string, changes: Partial<FormPiece> = {}): FormPiece => ({
  ...{ key, kind: 'sentence', standard, isMandatory: true, facts: factsNamed(standard) },
  ...changes,
});

/** What the office adds in its own words; nothing, until it does. */
const OWN: FormPiece = sentence('own', '', { kind: 'lines', isMandatory: false });

/** A line is known by the one fact it tells; one that tells none, or only who we are, is the circular's. */
const keyOfLine = ({ value }: Of<'line'>): string | undefined => {
  const [fact, ...more] = factsNamed(value);
  return more.length === 0 && fact !== 'unit.name' ? fact : undefined;
};

const linePiece = (line: Of<'line'>): readonly FormPiece[] => {
  const key = keyOfLine(line);
  if (key === undefined) return [];
  const facts = factsNamed(line.value);
  return [{ key, kind: 'field', standard: line.label, isMandatory: line.mayLeave !== true, facts }];
};

const paragraphPiece = ({ key, text, mayLeave }: Of<'paragraph'>): readonly FormPiece[] =>
  key === undefined ? [] : [sentence(key, text, { isMandatory: mayLeave !== true })];

/** Who signs as somebody else's deputy says so of themselves, not here. */
const isOffice = (title: string): boolean => factsNamed(title).length === 0;

const signaturePieces = ({ left, right }: Of<'signatures'>): readonly FormPiece[] => [
  ...(left !== null && isOffice(left.title) ? [sentence('sign.left', left.title)] : []),
  ...(isOffice(right.title) ? [sentence('sign.right', right.title)] : []),
];

const piecesIn = (block: Block): readonly FormPiece[] => {
  switch (block.kind) {
    case 'line':
      return linePiece(block);
    case 'paragraph':
      return paragraphPiece(block);
    case 'signatures':
      return signaturePieces(block);
    case 'recipients':
      return [sentence('recipients', block.lines.join('\n'), { kind: 'lines' })];
    case 'table':
      return [];
  }
};

/** The parts of a form that a unit may word, in the order of the paper. */
export const piecesOf = ({ symbol, blocks }: Template): readonly FormPiece[] => [
  sentence('symbol', symbol),
  ...blocks.flatMap(piecesIn),
  OWN,
];

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const wordedSignatures = (block: Of<'signatures'>, edition: FormEdition): Block => {
  const titled = (key: string, signature: typeof block.right) => ({
    ...signature,
    title: wordedAs({ key, standard: signature.title }, edition),
  });
  return {
    ...block,
    left: block.left && titled('sign.left', block.left),
    right: titled('sign.right', block.right),
  };
};

const wordedParagraph = (block: Of<'paragraph'>, edition: FormEdition): readonly Block[] => {
  const { key, text: standard } = block;
  const text = key === undefined ? standard : wordedAs({ key, standard }, edition);
  return text.trim() === '' ? [] : [{ ...block, text }];
};

const wordedBlock = (block: Block, edition: FormEdition): readonly Block[] => {
  switch (block.kind) {
    case 'line':
      return edition.without.includes(keyOfLine(block) ?? '') ? [] : [block];
    case 'paragraph':
      return wordedParagraph(block, edition);
    case 'signatures':
      return [wordedSignatures(block, edition)];
    case 'recipients': {
      const standard = block.lines.join('\n');
      return [{ ...block, lines: linesIn(wordedAs({ key: 'recipients', standard }, edition)) }];
    }
    case 'table':
      return [block];
  }
};

/** The form as the unit words it: what it adds stands before the signatures. */
export const worded = (template: Template, edition: FormEdition): Template => {
  const blocks = template.blocks.flatMap((block) => wordedBlock(block, edition));
  const added = linesIn(wordedAs(OWN, edition)).map((text): Block => ({ kind: 'paragraph', text }));
  const signed = blocks.findIndex(({ kind }) => kind === 'signatures');
  const place = signed === -1 ? blocks.length : signed;
  return {
    ...template,
    symbol: wordedAs({ key: 'symbol', standard: template.symbol }, edition),
    blocks: blocks.toSpliced(place, 0, ...added),
  };
};
