import type { ProcedureComponent, ProcedureDefinition } from '#contract/procedures';
import type { Allowance } from '#domain/deadline';
import { ON_THE_SPOT } from '../definition.ts';
import { processFor, THE_COUNTER } from './process.ts';

/** A procedure the product brings along, for a city to compare with its own published decisions. */
export interface CatalogueEntry {
  readonly code: string;
  readonly definition: ProcedureDefinition;
}

type Traits = Partial<Omit<ProcedureDefinition, 'name' | 'field' | 'limits' | 'steps'>>;

/** What holds for all procedures of a field unless an entry says otherwise. */
export interface FieldTraits extends Traits {
  readonly field: string;
}

type Term = Allowance | null;

/** `sameDay` with the hour of NĐ 23/2015 Đ7: what comes after 15:00 is the next working day's. */
export const SAME_DAY: Allowance = { kind: 'sameDay', cutoff: '15:00' };

export const workingDays = (amount: number): Allowance => ({ kind: 'workingDays', amount });
/** A paper of a dossier: the original, once, unless said otherwise. */
export const paper = (
  name: string,
  kind: ProcedureComponent['kind'] = 'original',
): ProcedureComponent => ({ name, kind, copies: 1 });

export const calendarDays = (amount: number): Allowance => ({ kind: 'calendarDays', amount });

/**
 * Entries of one field. Where no limit is known there is none: a due moment nobody promised would be a
 * guess in every report.
 */
export const entriesOf =
  ({ field, ...common }: FieldTraits) =>
  (code: string, name: string, term: Term = null, traits: Traits = {}): CatalogueEntry => {
    const merged = { ...common, ...traits };
    return {
      code,
      definition: {
        ...UNVERIFIED,
        ...merged,
        name,
        field,
        limits: term === null ? {} : { statutory: term },
        steps: merged.onTheSpot ? THE_COUNTER : processFor(term),
      },
    };
  };

/** *5 tại chỗ*: reception does it all while the citizen waits. */
export const AT_THE_COUNTER = { onTheSpot: ON_THE_SPOT } as const satisfies Traits;

/** Online level and payment are blank in what we read: the cautious value, until somebody compares. */
const UNVERIFIED = {
  authority: 'commune',
  onlineLevel: 'partial',
  variants: [],
  components: [],
  onSupplement: 'pause',
  clockStart: 'acceptance',
  fee: null,
  feeNote: null,
  onTheSpot: null,
  paperResult: true,
  paymentIntegrated: false,
  published: true,
  eProcess: false,
} as const satisfies Partial<ProcedureDefinition>;
