import {
  type HeldOffice,
  type OfficerCommand,
  difficultyKinds,
  paymentMethods,
} from '#contract/dossiers';
import type { ActWords } from '#wording/dossiers';
import type { Choice } from '../ui/index.ts';

/** How one thing to be said is asked for. */
type FieldKind =
  'line' | 'long' | 'money' | 'days' | 'moment' | 'due' | 'choice' | 'person' | 'dossier';

export interface FormField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: true;
  readonly max?: number;
  readonly choices?: (context: FormContext) => readonly Choice[];
}

interface FormContext {
  readonly held: HeldOffice;
  readonly words: ActWords;
  readonly departments: readonly Choice[];
}

const choicesOf = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const REASON = { name: 'reason', kind: 'long', required: true, max: 2000 } as const;
const ITEMS = { name: 'items', kind: 'long', required: true, max: 4000 } as const;
const AMOUNT = { name: 'amount', kind: 'money', required: true } as const;
const DOCUMENT = { name: 'documentNo', kind: 'line', max: 100 } as const;
const DOSSIER = { name: 'dossierId', kind: 'dossier', required: true } as const;

const chosen = (
  name: string,
  choices: (context: FormContext) => readonly Choice[],
): FormField & { readonly required: true } => ({ name, kind: 'choice', required: true, choices });

const PAID = chosen('method', ({ words }) =>
  paymentMethods.map((value) => ({ value, label: words.payments[value] ?? value })),
);

/** What has to be said with each act; an act that is not named says all by its name. */
const FORMS: Partial<Record<OfficerCommand, readonly FormField[]>> = {
  accept: [
    { name: 'declaredDueAt', kind: 'due' },
    { name: 'officialCode', kind: 'line', max: 100 },
  ],
  refuse: [chosen('reasonCode', ({ words }) => choicesOf(words.refusalReasons)), REASON],
  assign: [
    { name: 'userId', kind: 'person' },
    { name: 'departmentCode', kind: 'choice', choices: ({ departments }) => departments },
  ],
  'return-step': [
    chosen('toStepKey', ({ held }) =>
      held.office.procedure.steps.map(({ key, name }) => ({ value: key, label: name })),
    ),
    REASON,
  ],
  'propose-supplement': [ITEMS, REASON],
  'request-supplement': [ITEMS, REASON, { name: 'respondBy', kind: 'due' }],
  'request-payment': [AMOUNT],
  'receive-payment': [AMOUNT, PAID],
  hold: [
    chosen('basisCode', ({ held, words }) =>
      held.office.unit.holdBases.map((value) => ({ value, label: words.bases[value] ?? value })),
    ),
    REASON,
  ],
  extend: [{ name: 'dueAt', kind: 'due', required: true }, REASON],
  'agree-term': [
    chosen('variantKey', ({ held }) =>
      held.office.procedure.variants.map(({ key, label }) => ({ value: key, label })),
    ),
    REASON,
  ],
  'issue-result': [DOCUMENT],
  return: [chosen('method', ({ words }) => choicesOf(words.handOvers))],
  withdraw: [{ name: 'reason', kind: 'long', max: 2000 }],
  stop: [chosen('reasonCode', ({ words }) => choicesOf(words.stopReasons)), REASON],
  'send-to-agency': [
    { name: 'agency', kind: 'line', required: true, max: 200 },
    { name: 'days', kind: 'days' },
  ],
  note: [{ name: 'text', kind: 'long', required: true, max: 4000 }],
  difficulty: [
    chosen('kind', ({ words }) =>
      difficultyKinds.map((value) => ({ value, label: words.difficulties[value] ?? value })),
    ),
    { name: 'text', kind: 'long', max: 4000 },
  ],
  'charge-fee': [AMOUNT],
  'pay-fee': [AMOUNT, PAID],
  apologise: [
    DOCUMENT,
    { name: 'publishedAt', kind: 'moment' },
    { name: 'url', kind: 'line', max: 1000 },
  ],
  annul: [REASON],
  link: [DOSSIER],
  unlink: [DOSSIER],
};

export const formOf = (type: OfficerCommand): readonly FormField[] => FORMS[type] ?? [];

/** An act that says all by its name is done by its key alone. */
export const isPlain = (type: OfficerCommand): boolean => formOf(type).length === 0;
