import type { DossierAnswer } from '#contract/dossiers';
import { NATIONAL_STATUS, currentStay, type DossierState } from '#domain/dossier';
import { tellInstant } from '#contract/time';
import {
  clocksOf,
  declaredDueOf,
  provisionalDueOf,
  stepDueOf,
  type ClockOffice,
  type Clocks,
} from './standing.ts';

/** A dossier and where it lies. */
export interface Placed {
  readonly unitId: number;
  readonly id: string;
  readonly state: DossierState;
}

const identityOf = ({ unitId, id, state: { intake } }: Placed) => {
  const [primary] = intake.sources;
  return {
    id,
    unitId,
    code: intake.code,
    officialCode: intake.officialCode ?? null,
    source: primary?.source ?? null,
    externalCode: primary?.externalCode ?? null,
    procedureCode: intake.procedure.code,
    procedureVersion: intake.procedure.version,
    field: intake.procedure.field,
    channel: intake.channel,
  };
};

const momentsOf = (state: DossierState, clocks: Clocks) => ({
  submittedAt: tellInstant(state.submittedAt),
  receivedAt: tellInstant(state.receivedAt),
  originalDueAt: tellInstant(state.originalDueAt),
  dueAt: tellInstant(state.due?.dueAt ?? null),
  provisionalDueAt: tellInstant(provisionalDueOf(state, clocks)),
  provisional: state.due?.provisional ?? false,
  declaredDueAt: tellInstant(declaredDueOf(state, clocks)),
  oursAt: tellInstant(state.due?.oursAt ?? null),
  stepDueAt: tellInstant(stepDueOf(state, clocks)),
  respondBy: tellInstant(state.respondBy),
  finishedAt: tellInstant(state.finishedAt),
  returnedAt: tellInstant(state.returnedAt),
});

/** Where a dossier stands: what every command on it answers. */
export const dossierAnswer = (placed: Placed, office: ClockOffice): DossierAnswer => {
  const { state } = placed;
  return {
    ...identityOf(placed),
    variantKey: state.variantKey,
    version: state.version,
    state: state.name,
    nationalStatus: NATIONAL_STATUS[state.name],
    ...momentsOf(state, clocksOf(state, office)),
    holder: state.holder,
    stepKey: currentStay(state)?.key ?? null,
    outcome: state.outcome,
    linkedTo: state.linkedTo,
  };
};
