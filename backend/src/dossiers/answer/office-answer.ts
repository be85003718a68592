import { writeMoments, type DossierOffice } from '#contract/dossiers';
import type { DossierEvent, Office, Officer } from '#domain/dossier';
import { formatInstant } from '#domain/working-time';
import type { ProcedureInForce } from '../../procedures/index.ts';

interface Told {
  readonly history: readonly DossierEvent[];
  readonly office: Office;
  readonly procedure: ProcedureInForce;
  readonly officers: readonly Officer[];
}

/** What was said in free words stays behind, and so do the roles somebody had then. */
const pastEvent = (event: DossierEvent): DossierOffice['history'][number] => {
  const { version, type, occurredAt, recordedAt, backdated, actor, payload, due, source } = event;
  const told = writeMoments({
    ...{ version, type, occurredAt, recordedAt, backdated, payload },
    actor: { kind: actor.kind, id: actor.id },
    ...(due !== undefined && { due }),
    ...(source !== undefined && { source }),
  });
  return told as DossierOffice['history'][number];
};

/** Everything a decision about a dossier depends on. */
export const officeAnswer = ({ history, office, procedure, officers }: Told): DossierOffice => {
  const { calendar, unit, now } = office;
  const { weeklyHours, days, officialYears } = calendar.definition;
  return {
    version: history.length,
    now: formatInstant(now),
    history: history.map(pastEvent),
    procedure: {
      ...procedure.rules,
      name: procedure.definition.name,
      fee: procedure.definition.fee,
    } as DossierOffice['procedure'],
    unit,
    calendar: {
      version: calendar.version,
      weeklyHours,
      days,
      officialYears: [...officialYears],
    },
    officers: officers.map(({ id, roles, departments, standsInFor }) => ({
      ...{ id, roles, departments },
      ...(standsInFor !== undefined && { standsInFor }),
    })),
  };
};
