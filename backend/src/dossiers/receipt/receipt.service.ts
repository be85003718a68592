import { Inject, Injectable } from '@nestjs/common';
import type { CreatedDossier } from '#contract/dossiers';
import { unitRulesOf } from '#contract/units';
import { decide, replay, type DossierState, type Office } from '#domain/dossier';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { officerOf } from '../actor.ts';
import { dossierAnswer } from '../answer/dossier-answer.ts';
import { Keeper, notKept } from '../command/keeper.service.ts';
import { newDossierId } from '../dossier-id.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { KEYED_HASH, type KeyedHash } from '../person/keyed-hash.ts';
import { applicantOf } from '../person/known-person.ts';
import { newLookupCode, sealedLookup } from '../person/lookup-code.ts';
import { problemOf } from '../refusal.ts';
import type { Append, Appended } from '../store/append.ts';
import { EventStore } from '../store/event-store.service.ts';
import { componentsText, intakeOf, openingOf } from './intake.ts';
import type { Receipt, Received } from './receipt.ts';
import { LookupCodes } from './lookup-codes.service.ts';
import { OtherSources } from './other-sources.service.ts';

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

  // eslint-disable-next-line max-params -- everything a dossier is born with meets here
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Keeper) keeper: Keeper,
    @Inject(LookupCodes) lookups: LookupCodes,
    @Inject(OtherSources) others: OtherSources,
    @Inject(SECRET_BOX) box: SecretBox,
    @Inject(KEYED_HASH) hashes: KeyedHash,
  ) {
    this.#store = store;
    this.#offices = offices;
    this.#keeper = keeper;
    this.#lookups = lookups;
    this.#others = others;
    this.#box = box;
    this.#hashes = hashes;
  }

  async receive(receipt: Receipt): Promise<Received> {
    const { unit, body, key } = receipt;
    const id = newDossierId(body.receivedAt ?? this.#offices.now());
    if (key !== undefined) {
      const before = await this.#store.load(unit.id, id, key);
      if (before.replay !== null) return this.#answered(unit.id, before.replay);
    }
    const office = await this.#officeFor(receipt);
    const state = opened(receipt, office);
    const lookupCode = newLookupCode();
    const appended = await this.#keep(receipt, { id, state, lookupCode }, office.office);
    if (appended.kind === 'known') return this.#known(receipt, appended.dossierId);
    if (appended.kind !== 'appended') return this.#answered(unit.id, appended);
    const named = withCode(state, appended.code);
    const answer = dossierAnswer({ unitId: unit.id, id, state: named }, office.office);
    return { status: 201, dossier: { ...answer, lookupCode } };
  }

  async #officeFor({ asking, unit, body }: Receipt): Promise<Birth> {
    const now = this.#offices.now();
    const at = body.receivedAt ?? now;
    const told = {
      code: body.procedureCode,
      ...(body.procedureName !== undefined && { name: body.procedureName }),
    };
    const { settings } = await this.#offices.unit(unit.id);
    const [{ snapshot, rules }, calendar] = await Promise.all([
      this.#offices.birth(unit.id, told, at),
      this.#offices.calendar(unit.id),
    ]);
    const opening = openingOf(body, intakeOf(body, { settings, procedure: snapshot, now }));
    const office: Office = {
      now,
      actor: officerOf(asking.actor, unit.id, opening.type),
      calendar,
      procedure: rules,
      unit: unitRulesOf(settings),
    };
    return { office, opening };
  }

  #keep(
    { asking, unit, body, key }: Receipt,
    { id, state, lookupCode }: Born,
    office: Office,
  ): Promise<Appended> {
    const [source] = state.intake.sources;
    const besides: Partial<Append> = {
      unitCode: unit.code,
      applicant: applicantOf(unit.id, body.applicant, this.#hashes),
      lookup: sealedLookup(id, lookupCode, this.#box),
      ...(source !== undefined && { sources: [{ ...source, knownAt: office.now }] }),
    };
    const act = body.submitOnly === true ? 'dossier.submit' : 'dossier.receive';
    return this.#keeper.keep({
      ...{ unitId: unit.id, id, state, office, author: asking, key, act, besides },
      expectedVersion: 0,
      status: 201,
    });
  }

  /** As it was answered when it was entered, by the clock of that moment. */
  async #answered(
    unitId: number,
    appended: Exclude<Appended, { readonly kind: 'appended' | 'known' }>,
  ): Promise<Received> {
    if (appended.kind !== 'replayed') throw notKept(appended);
    const { id, version, status } = appended;
    if (id === null) throw new ProblemError('key-used-otherwise');
    return { status: status === 200 ? 200 : 201, dossier: await this.#told(unitId, id, version) };
  }

  async #told(unitId: number, id: string, version: number | null): Promise<CreatedDossier> {
    const { state } = await this.#store.load(unitId, id);
    const then = state && replay(state.history.slice(0, version ?? state.version));
    if (then === null) throw new ProblemError('not-found');
    const by = { kind: 'system', id: 'answer' } as const;
    const { office } = await this.#offices.standing(unitId, then.intake, by);
    const at = { ...office, now: then.history.at(-1)?.recordedAt ?? office.now };
    const lookupCode = await this.#lookups.read(unitId, id);
    return { ...dossierAnswer({ unitId, id, state: then }, at), lookupCode };
  }

  /** The same official code told by another system joins its dossier; anything else known is refused. */
  async #known(receipt: Receipt, dossierId: string): Promise<Received> {
    const { unit } = receipt;
    const joined = await this.#others.join(receipt, dossierId);
    if (!joined) throw new ProblemError('dossier-exists', { id: dossierId });
    return { status: 200, dossier: await this.#told(unit.id, dossierId, null) };
  }
}

interface Birth {
  readonly office: Office;
  readonly opening: ReturnType<typeof openingOf>;
}

interface Born {
  readonly id: string;
  readonly state: DossierState;
  readonly lookupCode: string;
}

const decided = (
  command: Parameters<typeof decide>[0],
  state: DossierState | null,
  office: Office,
) => {
  const decision = decide(command, state, office);
  if (!decision.ok) throw problemOf(decision.refusal);
  if (decision.value.kind !== 'events') throw new Error('A receipt waits for nobody');
  return decision.value.state;
};

const opened = ({ body }: Receipt, { office, opening }: Birth): DossierState => {
  const first = withItems(decided(opening, null, office), componentsText(body));
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
  return decided(charge, first, byProduct);
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
