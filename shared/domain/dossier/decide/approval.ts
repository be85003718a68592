import type { CommandType } from '../command.ts';
import type { ApprovalLevel, ApprovedForm, Office } from '../office.ts';
import type { DossierState } from '../state.ts';

/** Forms of TT 03/2025/TT-VPCP that a command would send out. */
const FORM_OF: Partial<Record<CommandType, ApprovedForm>> = {
  'request-supplement': 'mau02',
  refuse: 'mau03',
  extend: 'mau04',
  stop: 'mau05',
  hold: 'hold',
};

export interface AwaitedApproval {
  readonly form: ApprovedForm;
  readonly by: Exclude<ApprovalLevel, 'none'>;
}

/** The approval a command has to wait for; none where the unit asks none or the actor could give it. */
export function awaitedApproval(
  command: CommandType,
  state: DossierState,
  office: Office,
): AwaitedApproval | undefined {
  const form = FORM_OF[command];
  if (form === undefined) return undefined;
  const by = office.unit.approvals[form];
  return by === 'none' || mayApprove(by, state, office) ? undefined : { form, by };
}

/** Whether the actor may approve at this level; a head only for what lies in the own department. */
export function mayApprove(
  level: Exclude<ApprovalLevel, 'none'>,
  state: DossierState,
  { actor }: Pick<Office, 'actor'>,
): boolean {
  if (actor.kind !== 'officer') return true;
  if (actor.roles.includes('director') || actor.roles.includes('viceChair')) return true;
  const department = state.holder?.departmentCode;
  return (
    level === 'head' &&
    actor.roles.includes('head') &&
    (department === undefined || actor.departments.includes(department))
  );
}
