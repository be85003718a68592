import { straight } from '../../platform/text/straight.ts';
import type { Block, Facts, Template } from './template.ts';

/** What is not known is written by hand, on dots. */
const DOTS = '…'.repeat(12);
const NAME = /\{([a-zA-Z.]+)\}/g;
/** A piece with everything filled in, ready for any printer. */
export type FilledBlock =
  | Exclude<Block, { readonly kind: 'table' }>
  | {
      readonly kind: 'table';
      readonly columns: Extract<Block, { readonly kind: 'table' }>['columns'];
      readonly cells: readonly (readonly string[])[];
    };

export interface FilledForm {
  readonly letterhead: {
    readonly authority: string;
    readonly centre: string;
    readonly number: string;
    readonly placeAndDate: string;
  };
  readonly title: string;
  /** Across the page, where it is no paper for anybody. */
  readonly mark: string | null;
  readonly scannable: { readonly code: string; readonly lookup: string } | null;
  readonly blocks: readonly FilledBlock[];
}

const written = (text: string, { texts }: Facts): string =>
  text.replaceAll(NAME, (_whole, name: string) => {
    const value = texts[name];
    if (value === undefined) throw new Error(`A form asks for ${name}, which nobody tells`);
    return value === null || value === '' ? DOTS : straight(value);
  });

const isUnknown = (text: string, { texts }: Facts): boolean => {
  const names = [...text.matchAll(NAME)].map(([, name = '']) => name);
  return names.length > 0 && names.every((name) => (texts[name] ?? '') === '');
};

const filled = (block: Block, facts: Facts): FilledBlock => {
  const write = (text: string) => written(text, facts);
  switch (block.kind) {
    case 'line':
      return { ...block, value: write(block.value) };
    case 'paragraph':
      return { ...block, text: write(block.text) };
    case 'table':
      return {
        kind: 'table',
        columns: block.columns,
        cells: facts.tables[block.rows].map((row) => row.map(straight)),
      };
    case 'recipients':
      return { ...block, lines: block.lines.map(write) };
    case 'signatures': {
      const signed = (one: typeof block.right) => ({
        ...one,
        title: write(one.title),
        name: nameOrBlank(one.name, facts),
      });
      return { ...block, left: block.left && signed(block.left), right: signed(block.right) };
    }
  }
};

/** Nobody signs on dots. */
const nameOrBlank = (text: string, facts: Facts): string =>
  isUnknown(text, facts) ? '' : written(text, facts);

/** A form with its facts written in. */
export const fill = (template: Template, facts: Facts): FilledForm => {
  const write = (text: string) => written(text, facts);
  return {
    letterhead: {
      authority: write('{unit.authority}'),
      centre: write('{unit.centre}'),
      number: write(`{form.number}/${template.symbol}`),
      placeAndDate: write('{unit.place}, {form.date}'),
    },
    title: template.title,
    mark: null,
    scannable: template.scannable
      ? { code: write('{dossier.code}'), lookup: write('{dossier.lookupLink}') }
      : null,
    blocks: template.blocks
      .filter(
        (block) => !(block.kind === 'line' && block.optional && isUnknown(block.value, facts)),
      )
      .map((block) => filled(block, facts)),
  };
};
