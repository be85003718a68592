import { Inject, Injectable } from '@nestjs/common';
import {
  becomesPrimary,
  reconcile,
  tellFirst,
  type DossierState,
  type SourceRecord,
  type ToldHistory,
} from '#domain/dossier';
import type { ToldDossier } from '#domain/import';
import { formatInstant, instant, type Instant } from '#domain/working-time';
import {
  ApplicantBook,
  HistoryReader,
  KEYED_HASH,
  OfficeBook,
  codeWords,
  newDossierId,
  type ApplicantRow,
  type KeyedHash,
} from '../dossiers/index.ts';
import { inTurns } from '../platform/queue/in-turns.ts';
import { SECRET_BOX, type SecretBox } from '../platform/secret-box/secret-box.ts';
import {
  appendOf,
  birthOf,
  intakeOf,
  keptDifference,
  recordNotes,
  type Keys,
} from './append-of.ts';
import type { ImportKept, KeptDifference, RowOutcome } from './import-row.ts';
import { KnownDossierBook, type KnownDossiers, type KnownRecord } from './known-dossiers.ts';
import type { Plan } from './plan.ts';
import { PlanningOffice } from './planning-office.ts';
import { applicantTold, withApplicant } from './told-applicant.ts';
import { factsOtherwise, otherwiseTold } from './told-otherwise.ts';

/** Whether anything is to be kept: a check looks only, and catalogues nothing. */
type Purpose = 'look' | 'keep';

interface Planning {
  readonly import: ImportKept;
  readonly office: PlanningOffice;
  readonly known: KnownDossiers;
  readonly states: ReadonlyMap<string, DossierState>;
  readonly persons: ReadonlyMap<string, ApplicantRow>;
  readonly purpose: Purpose;
}

const NEW: RowOutcome = { kind: 'new', differences: [], faults: [] };

/** What told dossiers lead to, held against what is here. No two of a batch may be the same dossier. */
@Injectable()
export class Planner {
  readonly #offices: OfficeBook;
  readonly #book: KnownDossierBook;
  readonly #histories: HistoryReader;
  readonly #applicants: ApplicantBook;
  readonly #keys: Keys;

  // eslint-disable-next-line max-params -- everything a dossier is kept with meets here
  constructor(
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(KnownDossierBook) book: KnownDossierBook,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(ApplicantBook) applicants: ApplicantBook,
    @Inject(SECRET_BOX) box: SecretBox,
    @Inject(KEYED_HASH) hashes: KeyedHash,
  ) {
    this.#offices = offices;
    this.#book = book;
    this.#histories = histories;
    this.#applicants = applicants;
    this.#keys = { box, hashes };
  }

  office(unitId: number): Promise<PlanningOffice> {
    return PlanningOffice.open(this.#offices, unitId);
  }

  async plan(
    kept: ImportKept,
    office: PlanningOffice,
    told: readonly ToldDossier[],
    purpose: Purpose,
  ): Promise<readonly Plan[]> {
    const known = await this.#book.find(kept.unitId, told);
    const ids = [...new Set(told.flatMap((each) => idOf(each, known) ?? []))];
    const states = await this.#histories.read(kept.unitId, ids);
    const persons = await this.#applicants.read(kept.unitId, ids);
    const planning: Planning = { import: kept, office, known, states, persons, purpose };
    const plans: Plan[] = [];
    for await (const each of inTurns(told)) {
      plans.push(ownCopy(each, known) ?? (await this.#one(each, planning)));
    }
    return plans;
  }

  #one(told: ToldDossier, planning: Planning): Plan | Promise<Plan> {
    const { known, states } = planning;
    if (namesAnother(told, known)) return wrong('officialCode', 'code-of-another');
    const record = known.byCode(told);
    const dossierId = idOf(told, known);
    const state = dossierId === undefined ? undefined : states.get(dossierId);
    return dossierId === undefined || state === undefined
      ? this.#first(told, planning)
      : this.#again(told, { dossierId, state, record }, planning);
  }

  async #first(told: ToldDossier, { import: kept, office, purpose }: Planning): Promise<Plan> {
    const at = firstMoment(told);
    if (!(await office.hasVariant(told, at))) return wrong('variantKey', 'unknown-variant');
    // Looking must not catalogue a procedure nobody knows.
    if (purpose === 'look') return { outcome: NEW };
    const { snapshot, office: here } = await office.birth(told, at);
    const dossierId = newDossierId(at);
    const intake = intakeOf(told, snapshot, kept.exportedAt);
    const state = tellFirst({ intake, tellings: told.tellings }, here, told.source);
    const taking = { import: kept, told, dossierId, before: 0, state, office: here };
    return {
      outcome: { ...NEW, dossierId },
      append: {
        ...appendOf({ ...taking, differences: [] }),
        ...birthOf(taking, office.unit.code, this.#keys),
      },
    };
  }

  async #again(told: ToldDossier, found: Found, planning: Planning): Promise<Plan> {
    if (found.state.annulled) return listed(told, found, planning, [ANNULLED]);
    const standing = standingOf(told, found, planning);
    if (standing === undefined) {
      return listed(told, found, planning, otherwiseTold(told, found.state));
    }
    const person = planning.persons.get(found.dossierId);
    const { hashes } = this.#keys;
    const applicant = applicantTold(told, { ...found, person }, planning.import, hashes);
    return withApplicant(await this.#reconciled(told, { ...found, standing }, planning), applicant);
  }

  /** What is new in it for the events, by the word of the system whose word counts. */
  async #reconciled(
    told: ToldDossier,
    { standing, ...found }: Found & { readonly standing: Standing },
    planning: Planning,
  ): Promise<Plan> {
    const history = historyOf(told, found.state, planning.import.exportedAt);
    const { import: kept, office } = planning;
    const here = await office.standing(found.state.intake, told.source);
    const { state, differences } = reconcile(found.state, history, {
      office: here,
      teller: { source: told.source, exportedAt: kept.exportedAt },
      asOf: found.record?.asOf ?? undefined,
      ...standing,
    });
    const kepts = [...differences.map(keptDifference), ...factsOtherwise(told, found.state)];
    if (state === found.state) return listed(told, found, planning, kepts);
    const { dossierId } = found;
    const before = found.state.version;
    const taking = { import: kept, told, dossierId, before, state, office: here };
    return {
      outcome: { kind: 'changed', dossierId, differences: kepts, faults: [] },
      append: appendOf({ ...taking, differences: kepts }),
    };
  }
}

interface Standing {
  readonly becomes?: SourceRecord;
}

interface Found {
  readonly dossierId: string;
  readonly state: DossierState;
  readonly record: KnownRecord | undefined;
}

const ANNULLED: KeptDifference = { kind: 'against', type: 'annulled', taken: false };

const wrong = (column: string, code: RowOutcome['faults'][number]['code']): Plan => ({
  outcome: { kind: 'wrong', differences: [], faults: [{ column, code }] },
});

/** A copy of what is here says nothing that is not known here better. */
const ownCopy = (told: ToldDossier, known: KnownDossiers): Plan | undefined => {
  const dossierId = known.ownByCode(told);
  return dossierId === undefined
    ? undefined
    : { outcome: { ...NEW, kind: 'unchanged', dossierId } };
};

/** Whether a row has the codes of two dossiers; a row of one code names one dossier only. */
const namesAnother = (told: ToldDossier, known: KnownDossiers): boolean => {
  const { officialCode, externalCode } = told;
  const [record, official] = [known.byCode(told), known.byOfficialCode(officialCode)];
  const areTwo = record !== undefined && official !== undefined && record.dossierId !== official;
  return areTwo && officialCode !== externalCode;
};

const idOf = (told: ToldDossier, known: KnownDossiers): string | undefined =>
  known.byCode(told)?.dossierId ?? known.byOfficialCode(told.officialCode);

const firstMoment = ({ tellings: [first] }: ToldDossier): Instant => first?.at ?? instant(0);

const historyOf = (told: ToldDossier, { intake }: DossierState, asOf: Instant): ToldHistory => ({
  intake: intakeOf(told, intake.procedure, asOf),
  tellings: told.tellings,
  tells: told.tells,
});

/** Whether the source's word is the dossier's: because it always was, or because the unit asks it first. */
function standingOf(
  told: ToldDossier,
  { state }: Found,
  { import: kept, office }: Planning,
): Standing | undefined {
  const { source, externalCode, sourceStatus } = told;
  const [own] = state.intake.sources;
  if (own?.source === source && own.externalCode === externalCode) return {};
  const record: SourceRecord = {
    ...{ source, externalCode, asOf: kept.exportedAt },
    ...(sourceStatus !== undefined && { sourceStatus }),
  };
  return becomesPrimary(record, state, office.unit.settings.sources)
    ? { becomes: record }
    : undefined;
}

/** Nothing happened: what the source says is kept at its record, if it is no older than what stands there. */
function listed(
  told: ToldDossier,
  { dossierId, record }: Found,
  { import: kept, office }: Planning,
  differences: readonly KeptDifference[],
): Plan {
  const outcome: RowOutcome = {
    ...{ kind: record === undefined ? 'changed' : 'unchanged', dossierId },
    ...{ differences, faults: [] },
  };
  if (record?.asOf !== undefined && record.asOf !== null && record.asOf > kept.exportedAt) {
    return { outcome };
  }
  const { source, externalCode } = told;
  return {
    outcome,
    record: {
      ...{ dossierId, source, externalCode, sourceStatus: told.sourceStatus ?? null },
      asOf: formatInstant(kept.exportedAt),
      knownAt: formatInstant(office.now),
      differences: recordNotes(told, differences),
      words: record === undefined ? codeWords(externalCode) : [],
    },
  };
}
