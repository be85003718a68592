import { Inject, Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import type { DossierState } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { Outbox } from '../../platform/outbox/outbox.service.ts';
import { Feed } from '../../platform/realtime/feed.service.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { signalsOf, type WatchedOffice } from '../answer/signals.ts';
import type { Asking } from '../asking.ts';
import type { Append, Appended, AuditLine } from '../store/append.ts';
import { EventStore, type Asked } from '../store/event-store.service.ts';
import { messageOrders } from './message-orders.ts';

/** Who is responsible, and where the request came from; a job has no request. */
export interface Author {
  readonly actor: Pick<Asking['actor'], 'kind' | 'id'>;
  readonly request?: Pick<Asking['request'], 'id' | 'ip'>;
}

/** What is to be kept of one command. */
export interface Work {
  readonly unitId: number;
  readonly id: string;
  readonly expectedVersion: number;
  readonly state: DossierState;
  readonly office: WatchedOffice;
  readonly author: Author;
  /** `dossier.accept`: what was done. */
  readonly act: string;
  readonly key?: Asked | undefined;
  /** What the answer will be, should the same be asked again. */
  readonly status: number;
  readonly besides?: Partial<Append>;
}

export interface Act {
  readonly author: Author;
  readonly act: string;
  readonly subject?: { readonly type: string; readonly id: string };
  readonly officeAt: Instant;
  readonly facts?: AuditLine['facts'];
  /** In whose place it was done. */
  readonly standsInFor?: string | undefined;
}

export const auditLineOf = ({
  author,
  act,
  subject,
  officeAt,
  facts,
  standsInFor,
}: Act): AuditLine => {
  const { actor, request } = author;
  return {
    officeAt,
    actor: {
      ...{ kind: actor.kind, id: actor.id },
      ...(standsInFor !== undefined && { standsInFor }),
    },
    act,
    outcome: 'done',
    ...(subject !== undefined && { subject }),
    ...(facts !== undefined && { facts }),
    ...(request !== undefined && { requestId: request.id }),
    ...(request !== undefined && isIP(request.ip) !== 0 && { address: request.ip }),
  };
};

const appendOf = (work: Work): Append => {
  const { unitId, id, state, office, author, act, expectedVersion, key, status } = work;
  const subject = { type: 'dossier', id };
  const events = state.history.slice(expectedVersion).map(({ type }) => type);
  const facts = { events };
  const standsInFor = office.actor.kind === 'officer' ? office.actor.standsInFor : undefined;
  return {
    unit: unitId,
    dossierId: id,
    expectedVersion,
    state,
    signals: signalsOf(state, office),
    calendar: office.calendar.version,
    audit: [auditLineOf({ author, act, subject, officeAt: office.now, facts, standsInFor })],
    feed: [{ op: expectedVersion === 0 ? 'created' : 'changed', ...subject, at: office.now }],
    outbox: messageOrders(work),
    ...(key !== undefined && { idempotency: { ...key, status } }),
    ...work.besides,
  };
};

/** Why the store did not keep it, as an answer. */
export const notKept = (
  appended: Exclude<Appended, { readonly kind: 'appended' | 'replayed' }>,
): ProblemError => {
  switch (appended.kind) {
    case 'stale':
      return new ProblemError('version-stale', { version: appended.version });
    case 'missing':
      return new ProblemError('not-found');
    case 'keyReused':
      return new ProblemError('key-used-otherwise');
    case 'known':
      return new ProblemError('dossier-exists', { id: appended.dossierId });
    case 'approvalClosed':
      return new ProblemError('approval-closed');
    case 'calendarMoved':
    case 'busy':
      return new ProblemError('request-under-way');
  }
};

/** Keeps a command's outcome with everything around it, and tells open pages. */
@Injectable()
export class Keeper {
  readonly #store: EventStore;
  readonly #feed: Feed;
  readonly #outbox: Outbox;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Feed) feed: Feed,
    @Inject(Outbox) outbox: Outbox,
  ) {
    this.#store = store;
    this.#feed = feed;
    this.#outbox = outbox;
  }

  async keep(work: Work, transaction?: Transaction): Promise<Appended> {
    const append = appendOf(work);
    const appended = await this.#store.append(append, transaction);
    if (appended.kind !== 'appended') return appended;
    this.#feed.announce();
    if (append.outbox !== undefined && append.outbox.length > 0) this.#outbox.announce();
    return appended;
  }

  announce(): void {
    this.#feed.announce();
  }
}
