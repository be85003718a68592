import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { DeliveryStore, type Now } from './delivery-store.ts';
import { SENT, type Courier, type Fate, type Lane, type Letter, type Parcel } from './parcel.ts';
import { pauseAfter } from './patience.ts';

export const COURIERS = Symbol('couriers');

const LEASE_MS = 120_000;
/** Others may take what is left when the lease ends: nobody goes on for so long. */
const TURN_MS = LEASE_MS / 2;
const PEOPLE = 50;
const SHUT_MS = 30_000;

const isShutBy = (fate: Fate): boolean => fate.fate === 'waits' && fate.isShut;

type Failure = Exclude<Fate, { readonly fate: 'sent' }>;

/** How long it waits; undefined when it is given up. */
const pauseOf = (
  { tries, firstTriedAt }: Parcel,
  failure: Failure,
  { courier, now }: { readonly courier: Courier; readonly now: Now },
): number | undefined => {
  if (failure.fate !== 'waits') return undefined;
  if (failure.isShut && courier.isPatient) return SHUT_MS;
  return pauseAfter(tries, now.machine - firstTriedAt);
};

const untilOpen = ({ isPatient }: Courier, tries: number): number =>
  (isPatient ? undefined : pauseAfter(tries, 0)) ?? SHUT_MS;

/** Sees to it that what is to leave the product does, once, and is still true when it leaves. */
@Injectable()
export class PostOffice {
  readonly #store: DeliveryStore;
  readonly #couriers: ReadonlyMap<string, Courier>;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(COURIERS) couriers: readonly Courier[],
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#store = new DeliveryStore(tenancy);
    this.#couriers = new Map(couriers.map((courier) => [courier.channel, courier]));
    this.#clock = clock;
    this.#log = log;
  }

  /** Where somebody waits for something. */
  lanes(): Promise<readonly Lane[]> {
    return this.#store.lanes(this.#now());
  }

  /** Until nobody in the lane waits any more, or the lane turns out to be shut. */
  async clear(lane: Lane, signal: AbortSignal): Promise<void> {
    const courier = this.#couriers.get(lane.channel);
    if (courier === undefined) throw new Error(`nobody carries by ${lane.channel}`);
    while (!signal.aborted) {
      const letters = await this.#store.take(lane, this.#now(), {
        leaseMs: LEASE_MS,
        people: PEOPLE,
      });
      if (letters.length === 0 || !(await this.#carryAll(courier, letters, signal))) return;
    }
  }

  /** False when there is no use in going on: the lane is shut, or the process closes. */
  async #carryAll(
    courier: Courier,
    letters: readonly Letter[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const until = this.#clock.monotonicMs() + TURN_MS;
    for (const [place, letter] of letters.entries()) {
      if (signal.aborted || this.#clock.monotonicMs() >= until) {
        await this.#putBack(letters.slice(place), () => 0);
        return !signal.aborted;
      }
      const fate = await this.#carry(courier, letter);
      await this.#record(letter.parcel, fate, courier);
      if (isShutBy(fate)) {
        await this.#putBack(letters.slice(place + 1), ({ tries }) => untilOpen(courier, tries));
        return false;
      }
    }
    return true;
  }

  /** What was taken and not tried; the wait is nobody's fault. */
  async #putBack(letters: readonly Letter[], pauseMs: (parcel: Parcel) => number): Promise<void> {
    const { machine } = this.#now();
    for (const { parcel } of letters) {
      const until = machine + pauseMs(parcel);
      await this.#store.postpone(parcel, { until, fault: null, isSure: true });
    }
  }

  /** What was dealt with or is no longer so is left out; a letter without a line does not leave. */
  async #carry(courier: Courier, letter: Letter): Promise<Fate> {
    const { parcel, notices, to } = letter;
    const standing = notices.filter(({ status }) => status === 'open' && !to.isDisabled);
    const ids = new Set(standing.map(({ id }) => id));
    const gone = parcel.alertIds.filter((id) => !ids.has(id));
    if (gone.length > 0) {
      await this.#store.settle(parcel, { state: 'superseded' }, this.#now(), gone);
    }
    if (standing.length === 0) return SENT;
    return courier.carry({ ...letter, notices: standing });
  }

  async #record(parcel: Parcel, fate: Fate, courier: Courier): Promise<void> {
    const now = this.#now();
    const { id, channel, unitId, tries } = parcel;
    if (fate.fate === 'sent') return this.#store.settle(parcel, { state: 'sent' }, now);
    if (fate.fate === 'nowhere') {
      const { fault } = fate;
      return this.#store.settle(parcel, { state: 'superseded', fault }, now);
    }
    const inMs = pauseOf(parcel, fate, { courier, now });
    if (inMs === undefined) {
      this.#log.error({ parcel: id, channel, unitId, fault: fate.fault }, 'a notice was given up');
      return this.#store.settle(parcel, { state: 'dead', fault: fate.fault }, now);
    }
    this.#log.warn({ parcel: id, channel, unitId, tries, fault: fate.fault }, 'a notice waits');
    const isSure = fate.fate !== 'waits' || fate.isSure;
    return this.#store.postpone(parcel, {
      until: now.machine + inMs,
      fault: fate.fault,
      isSure,
    });
  }

  #now(): Now {
    return { office: this.#clock.officeNow(), machine: this.#clock.machineNow() };
  }
}
