import { at, local } from './moment.ts';
import { anIntake, anOffice, anOfficer, theImport } from './office.ts';
import {
  decide,
  effectiveEvents,
  reconcile,
  tellFirst,
  type Command,
  type DossierState,
  type OfficeEventType,
  type Reconciled,
  type Telling,
  type ToldHistory,
} from '#domain/dossier';

export const SOURCE = 'mot-cua-hai-phong';
const NOW = at('2026-03-20 09:00');
export const office = anOffice({ now: NOW, actor: theImport });

export type Line = readonly [type: OfficeEventType, when: string, payload?: object];

const telling = ([type, when, payload = {}]: Line): Telling =>
  ({ type, at: at(when), payload }) as Telling;

export const fact = (type: OfficeEventType, when: string, payload: object = {}): Telling =>
  ({ type, at: at(when), payload, sureOf: 'fact' }) as Telling;

interface Case {
  readonly dueAt?: string;
  readonly tells?: ToldHistory['tells'];
  readonly facts?: readonly Telling[];
}

export const told = (lines: readonly Line[], { dueAt, tells = 'all', facts = [] }: Case = {}) => ({
  intake: anIntake(dueAt === undefined ? {} : { declaredDueAt: at(dueAt) }),
  tellings: [...lines.map(telling), ...facts],
  tells,
});

/** Heard at a moment of its own where something is to be done before the usual one: time never runs back. */
export const known = (lines: readonly Line[], more: Case = {}, heard?: string): DossierState =>
  tellFirst(told(lines, more), { ...office, now: heard === undefined ? NOW : at(heard) }, SOURCE);

export const heardAgain = (
  state: DossierState,
  history: ToldHistory,
  exportedAt = '2026-03-19 08:00',
  asOf = '2026-03-10 08:00',
): Reconciled =>
  reconcile(state, history, {
    office,
    teller: { source: SOURCE, exportedAt: at(exportedAt) },
    asOf: at(asOf),
  });

export const lived = (state: DossierState): readonly string[] =>
  effectiveEvents(state.history).map(
    ({ type, occurredAt }) => `${local(occurredAt) ?? ''} ${type}`,
  );

const director = anOfficer('director');
export const done = (state: DossierState, command: Command, now: string): DossierState => {
  const decided = decide(command, state, { ...office, now: at(now), actor: director });
  if (!decided.ok || decided.value.kind !== 'events') throw new Error(JSON.stringify(decided));
  return decided.value.state;
};

export const RECEIVED: Line = ['received', '2026-03-02 08:00'];
export const ASKED: Line = ['supplementRequested', '2026-03-03 09:00'];
export const CAME: Line = ['supplementReceived', '2026-03-05 09:00'];
export const ISSUED: Line = ['resultIssued', '2026-03-06 10:00'];
