import { recipientKey, type Recipient } from '#domain/alert';
import type { Role, UserId } from '#domain/dossier';
import type { ActorUnit, RequestActor } from '../../platform/auth/request-actor.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';

/** Under which names somebody finds alerts, unit by unit. */
export interface OwnRecipients {
  readonly units: readonly number[];
  readonly recipients: readonly string[];
}

type Places = Pick<ActorUnit, 'roles' | 'departments'>;

const user = (id: string): Recipient => ({ kind: 'user', userId: id as UserId });

/** The desks one serves at: of the unit, and of one's departments; without one, of all of them. */
const desksOf = ({ roles, departments }: Places, all: readonly string[]): Recipient[] =>
  roles.flatMap((role: Role): Recipient[] =>
    [null, ...(departments.length === 0 ? all : departments)].map((departmentCode) => ({
      ...{ kind: 'desk', role, departmentCode },
    })),
  );

/** One's own, and those of everybody in whose place one acts just now. */
const recipientsIn = (unit: ActorUnit, id: string, all: readonly string[]): readonly string[] =>
  [
    user(id),
    ...desksOf(unit, all),
    ...unit.standsInFor.flatMap((away) => [user(away.userId), ...desksOf(away, all)]),
  ].map(recipientKey);

const DEPARTMENTS = `select unit_id as "unitId", code from department where unit_id = any ($1)`;

/** All names under which the actor is told, in the units named. */
export async function ownRecipients(
  asking: Pick<Transaction, 'query'>,
  actor: RequestActor,
  unitIds: readonly number[],
): Promise<OwnRecipients> {
  const departments = await asking.query<{ readonly unitId: number; readonly code: string }>(
    DEPARTMENTS,
    [unitIds],
  );
  const pairs = actor.units
    .filter(({ id }) => unitIds.includes(id))
    .flatMap((unit) => {
      const all = departments.filter(({ unitId }) => unitId === unit.id).map(({ code }) => code);
      return recipientsIn(unit, actor.id, all).map((recipient) => ({ unit: unit.id, recipient }));
    });
  return {
    units: pairs.map(({ unit }) => unit),
    recipients: pairs.map(({ recipient }) => recipient),
  };
}
