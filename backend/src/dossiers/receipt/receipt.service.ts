import { Inject, Injectable } from '@nestjs/common';
import type { CreatedDossier, NewDossier } from '#contract/dossiers';
import { unitRulesOf } from '#contract/units';
import { decide, replay, type DossierState, type Office } from '#domain/dossier';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { officerWith } from '../actor.ts';
import { dossierAnswer } from '../answer/dossier-answer.ts';
import { Keeper, notKept } from '../command/keeper.service.ts';
import { RefusalBook } from '../command/refusal-book.service.ts';
import { newDossierId } from '../dossier-id.ts';
import type { WatchedOffice } from '../answer/signals.ts';
import { OfficeBook, type AnsweredBefore, type BornOffice } from '../office/office-book.service.ts';
import { KEYED_HASH, type KeyedHash } from '../person/keyed-hash.ts';
import { applicantOf } from '../person/known-person.ts';
import { newLookupCode, sealedLookup } from '../person/lookup-code.ts';
import { problemOf } from '../refusal.ts';
import type { Append, Appended } from '../store/append.ts';
import { EventStore } from '../store/event-store.service.ts';
import { checkCopies, handedIn, intakeOf, openingOf } from './intake.ts';
import type { Receipt, Received } from './receipt.ts';
import { LookupCodes } from './lookup-codes.service.ts';
import { OtherSources, alreadyKnown } from './other-sources.service.ts';

/** Calendars do not change twice while a dossier is entered; if they do, the asker asks again. */
const TRIES = 3;

/** Enters dossiers: at the counter, by hand, or told by another system. */
@Injectable()
export class ReceiptService {
  readonly #store: EventStore;
  readonly #offices: OfficeBook;
  readonly #keeper: Keeper;
  readonly #lookups: LookupCodes;
  readonly #others: OtherSources;
  readonly #box: SecretBox;
  readonly #hashes: KeyedHash;
  readonly #refusals: RefusalBook;

  // eslint-disable-next-line max-params -- everything a dossier is born with meets here
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Keeper) keeper: Keeper,
    @Inject(LookupCodes) lookups: LookupCodes,
    @Inject(OtherSources) others: OtherSources,
    @Inject(SECRET_BOX) box: SecretBox,
    @Inject(KEYED_HASH) hashes: KeyedHash,
    @Inject(RefusalBook) refusals: RefusalBook,
  ) {
    this.#store = store;
    this.#offices = offices;
    this.#keeper = keeper;
    this.#lookups = lookups;
    this.#others = others;
    this.#box = box;
    this.#hashes = hashes;
    this.#refusals = refusals;
  }

  /** Enters it, or says why not; a refusal is written down. */
  async receive(receipt: Receipt): Promise<Received> {
    try {
      return await this.#receive(receipt);
    } catch (error) {
      const { asking, unit, body } = receipt;
      await this.#refusals.note(error, { unitId: unit.id, author: asking, act: actOf(body) });
      throw error;
    }
  }

  async #receive(receipt: Receipt): Promise<Received> {
    const id = newDossierId(receipt.body.receivedAt ?? this.#offices.now());
    for (let tries = 1; ; tries += 1) {
      const received = await this.#enter(receipt, id);
      if (received !== 'calendarMoved') return received;
      if (tries === TRIES) throw notKept({ kind: received });
    }
  }

  async #enter(receipt: Receipt, id: string): Promise<Received | 'calendarMoved'> {
    const { unit } = receipt;
    const born = await this.#born(receipt);
    if ('replay' in born) return this.#answered(unit.id, born.replay);
    const office = this.#officeFor(receipt, born);
    const state = await this.#opened(receipt, office);
    const lookupCode = newLookupCode();
    const appended = await this.#keep(receipt, { id, state, lookupCode }, office.office);
    if (appended.kind === 'calendarMoved') return appended.kind;
    if (appended.kind === 'known') return this.#known(receipt, appended.dossierId);
    if (appended.kind !== 'appended') return this.#answered(unit.id, appended);
    const named = withCode(state, appended.code);
    const answer = dossierAnswer({ unitId: unit.id, id, state: named }, office.office);
    return { status: 201, dossier: { ...answer, lookupCode } };
  }

  /** What is known already is told before what a rule says of its receipt. */
  async #opened(receipt: Receipt, birth: Birth): Promise<DossierState> {
    try {
      return opened(receipt, birth);
    } catch (error) {
      const known = error instanceof ProblemError && (await this.#others.find(receipt));
      if (typeof known === 'string') throw alreadyKnown(known);
      throw error;
    }
  }

  #born({ unit, body, key }: Receipt): Promise<BornOffice | AnsweredBefore> {
    const told = {
      code: body.procedureCode,
      ...(body.procedureName !== undefined && { name: body.procedureName }),
    };
    const at = body.receivedAt ?? this.#offices.now();
    return this.#offices.birth({ unitId: unit.id, told, at, asked: key });
  }

  #officeFor({ asking, unit, body }: Receipt, born: BornOffice): Birth {
    const now = this.#offices.now();
    const { settings, alertRules } = born.unit;
    const { snapshot, rules } = born.procedure;
    const opening = openingOf(body, intakeOf(body, { settings, procedure: snapshot, now }));
    const office: WatchedOffice = {
      now,
      alertRules,
      tells: settings.citizenMessages.kinds,
      actor: officerWith(asking.actor, unit.id, opening.type),
      calendar: born.calendar,
      procedure: rules,
      unit: unitRulesOf(settings),
    };
    return { office, opening };
  }

  #keep(
    { asking, unit, body, key }: Receipt,
    { id, state, lookupCode }: Born,
    office: WatchedOffice,
  ): Promise<Appended> {
    const [source] = state.intake.sources;
    const besides: Partial<Append> = {
      unitCode: unit.code,
      applicant: applicantOf(unit.id, body.applicant, this.#hashes),
      lookup: sealedLookup(id, lookupCode, this.#box),
      ...(body.mayTell === true && { consent: { at: office.now, by: asking.actor.id } }),
      ...(source !== undefined && { sources: [{ ...source, knownAt: office.now }] }),
    };
    const act = actOf(body);
    return this.#keeper.keep({
      ...{ unitId: unit.id, id, state, office, author: asking, key, act, besides },
      expectedVersion: 0,
      status: 201,
    });
  }

  /** As it was answered when it was entered, by the clock of that moment. */
  async #answered(
    unitId: number,
    appended: Exclude<Appended, { readonly kind: 'appended' | 'known' | 'calendarMoved' }>,
  ): Promise<Received> {
    if (appended.kind !== 'replayed') throw notKept(appended);
    const { id, version, status } = appended;
    if (id === null) throw new ProblemError('key-used-otherwise');
    return { status: status === 200 ? 200 : 201, dossier: await this.#told(unitId, id, version) };
  }

  async #told(unitId: number, id: string, version: number | null): Promise<CreatedDossier> {
    const { state, head } = await this.#store.load(unitId, id);
    const then = state && replay(state.history.slice(0, version ?? state.version));
    if (then === null) throw new ProblemError('not-found');
    const by = { kind: 'system', id: 'answer' } as const;
    const { office } = await this.#offices.standing({
      ...{ unitId, head },
      intake: then.intake,
      actor: by,
    });
    const at = { ...office, now: then.history.at(-1)?.recordedAt ?? office.now };
    const lookupCode = await this.#lookups.read(unitId, id);
    return { ...dossierAnswer({ unitId, id, state: then }, at), lookupCode };
  }

  /** The same official code told by another system joins its dossier; anything else known is refused. */
  async #known(receipt: Receipt, dossierId: string): Promise<Received> {
    const { unit } = receipt;
    await this.#others.join(receipt, dossierId);
    return { status: 200, dossier: await this.#told(unit.id, dossierId, null) };
  }
}

const actOf = ({ submitOnly }: NewDossier): string =>
  submitOnly === true ? 'dossier.submit' : 'dossier.receive';

interface Birth {
  readonly office: WatchedOffice;
  readonly opening: ReturnType<typeof openingOf>;
}

interface Born {
  readonly id: string;
  readonly state: DossierState;
  readonly lookupCode: string;
}

type Decided = readonly [...Parameters<typeof decide>];

const decided = (body: NewDossier, ...[command, state, office]: Decided) => {
  const decision = decide(command, state, office);
  if (!decision.ok) throw problemOf(decision.refusal, body);
  if (decision.value.kind !== 'events') throw new Error('A receipt waits for nobody');
  return decision.value.state;
};

const opened = ({ body }: Receipt, { office, opening }: Birth): DossierState => {
  checkCopies(body);
  const first = withItems(decided(body, opening, null, office), handedIn(body));
  if (body.fee === undefined) return first;
  // The fee is told with the receipt, whoever tells it.
  const byProduct: Office = { ...office, actor: { kind: 'system', id: 'receipt' } };
  const occurredAt = opening.occurredAt ?? office.now;
  const charge = {
    type: 'charge-fee',
    body: { amount: body.fee },
    occurredAt,
    ...(opening.backdateReason !== undefined && { backdateReason: opening.backdateReason }),
  } as const;
  return decided(body, charge, first, byProduct);
};

const withItems = (state: DossierState, items: string | undefined): DossierState => {
  const [first, ...rest] = state.history;
  if (items === undefined || first === undefined) return state;
  return { ...state, history: [{ ...first, texts: { ...first.texts, items } }, ...rest] };
};

const withCode = (state: DossierState, code: string): DossierState => ({
  ...state,
  intake: { ...state.intake, code },
});
