import type { Actor, Officer, Role } from './actor.ts';
import type { Command, CommandType } from './command.ts';
import type { Office } from './office.ts';
import { reachOf, type Reach } from './role-acts.ts';
import type { DossierState } from './state.ts';
import { currentStay } from './stays.ts';

/**
 * Whether any role of the actor ever has the act. Asked before anything else is looked at: who never may
 * learns nothing about the dossier.
 */
export function everMay(actor: Actor, command: CommandType): boolean {
  if (actor.kind !== 'officer') return true;
  return actor.roles.some((role) => reachOf(role, command) !== undefined);
}

/** Whether the actor has the act on this very dossier. */
export function mayHere(command: Command, state: DossierState | null, office: Office): boolean {
  const { actor } = office;
  if (actor.kind !== 'officer') return true;
  return actor.roles.some((role) => {
    const reach = reachOf(role, command.type);
    return reach !== undefined && reaches(reach, { officer: actor, role, command, state, office });
  });
}

interface Asked {
  readonly officer: Officer;
  readonly role: Role;
  readonly command: Command;
  readonly state: DossierState | null;
  readonly office: Office;
}

function reaches(reach: Reach, asked: Asked): boolean {
  switch (reach) {
    case 'anywhere':
      return true;
    case 'beforeAcceptance':
      return asked.state?.receivedAt === null;
    case 'ownStep':
      return isOwnStep(asked);
    case 'ownDepartment':
      return isOwnDepartment(asked);
    case 'allStepsOwn':
      return allStepsOwn(asked);
  }
}

/** The step the dossier is at or, once all are done, the last one: whose it was still gives the number. */
function isOwnStep({ role, state, office }: Asked): boolean {
  const key = state === null ? undefined : (currentStay(state) ?? state.steps.at(-1))?.key;
  return office.procedure.steps.some((step) => step.key === key && step.role === role);
}

/** A head assigns inside the department: what lies there, or lies nowhere yet, to somebody there. */
function isOwnDepartment({ officer, command, state }: Asked): boolean {
  const target = 'departmentCode' in command.body ? command.body.departmentCode : undefined;
  return [state?.holder?.departmentCode, target].every(
    (department) => department === undefined || officer.departments.includes(department),
  );
}

function allStepsOwn({ role, office }: Asked): boolean {
  const { steps } = office.procedure;
  return steps.length > 0 && steps.every((step) => step.role === role);
}
