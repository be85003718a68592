import type { MessageKind } from '#domain/citizen';
import type { StateName } from '#domain/dossier';
import type { Instant } from '#domain/working-time';

/** A message whose turn it is, with all that is known of it now. */
export interface Outgoing {
  readonly id: string;
  readonly dossierId: string;
  readonly kind: MessageKind;
  readonly tries: number;
  readonly firstTriedAt: number | null;
  readonly code: string;
  readonly state: StateName;
  readonly dueAt: Instant | null;
  readonly isImported: boolean;
  readonly isOutdated: boolean;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly isAsked: boolean;
  readonly isGiven: boolean;
  readonly refusedSince: boolean;
  readonly unitName: string;
  readonly sealed: Uint8Array | null;
}

const GIVEN = (consent: string) => `(${consent}.given_at is not null
  and (${consent}.withdrawn_at is null or ${consent}.withdrawn_at < ${consent}.given_at))`;

/**
 * The next message of a unit, kept from others until the transaction ends. A person who has said no on another
 * dossier since they said yes on this one is not told: people speak for themselves, not for a file.
 */
export const NEXT = `select message.id, message.dossier_id as "dossierId", message.kind, tries,
    first_tried_at as "firstTriedAt", coalesce(dossier.official_code, dossier.code) as code,
    dossier.state, dossier.due_at as "dueAt", dossier.source is not null as "isImported",
    exists (select from citizen_message as newer where newer.unit_id = message.unit_id
      and newer.dossier_id = message.dossier_id and newer.kind = message.kind
      and newer.version > message.version) as "isOutdated",
    applicant.name, applicant.phone, applicant.email, consent.unit_id is not null as "isAsked",
    coalesce(${GIVEN('consent')}, false) as "isGiven",
    exists (select from applicant as same join citizen_consent as other
      on other.unit_id = same.unit_id and other.dossier_id = same.dossier_id
      where same.unit_id = message.unit_id and same.phone_hash = applicant.phone_hash
        and same.dossier_id <> message.dossier_id and not ${GIVEN('other')}
        and other.withdrawn_at >= coalesce(consent.given_at, '-infinity')) as "refusedSince",
    unit.name as "unitName", lookup_code.sealed
  from citizen_message as message
  join dossier on dossier.unit_id = message.unit_id and dossier.id = message.dossier_id
  join unit on unit.id = message.unit_id
  left join applicant on applicant.unit_id = message.unit_id
    and applicant.dossier_id = message.dossier_id
  left join citizen_consent as consent on consent.unit_id = message.unit_id
    and consent.dossier_id = message.dossier_id
  left join lookup_code on lookup_code.unit_id = message.unit_id
    and lookup_code.dossier_id = message.dossier_id
  where message.unit_id = $1 and message.state = 'open' and message.at <= $2
    and (message.retry_at is null or message.retry_at <= $3)
  order by message.at, message.id limit 1 for update of message skip locked`;
