import { accepted, refused, type Result } from '../../kernel/index.ts';
import { withinCalendar } from '../../working-time/index.ts';
import { allowedIn } from '../allowed-commands.ts';
import { everMay, mayHere } from '../authority.ts';
import type { Command, CommandOf, CommandType } from '../command.ts';
import type { DossierEvent } from '../event.ts';
import { occurrenceOf, type Occurrence } from '../occurrence.ts';
import type { Office } from '../office.ts';
import type { DossierRefusal } from '../refusal-code.ts';
import type { DossierState } from '../state.ts';
import { receive, submit } from './acceptance.ts';
import { awaitedApproval, type AwaitedApproval } from './approval.ts';
import { DECIDERS } from './deciders.ts';
import type { Decider, Happenings } from './happening.ts';
import { record } from './record.ts';

export type Decision =
  | {
      readonly kind: 'events';
      readonly events: readonly DossierEvent[];
      readonly state: DossierState;
    }
  | ({ readonly kind: 'approval' } & AwaitedApproval);

type Opening = CommandOf<'submit' | 'receive'>;
type Following = Exclude<Command, Opening>;

/**
 * What a command does to a dossier, or why it does nothing. The order of refusals is the order of answers:
 * never this role's act, not in this state, not on this dossier, against a rule.
 *
 * @example decide({ type: 'issue-result', body: {} }, state, office) // events: [resultIssued …]
 */
export function decide(
  command: Command,
  state: DossierState | null,
  office: Office,
): Result<Decision, DossierRefusal> {
  // Somebody may type a year no calendar knows: that is refused like any other rule, and no bug.
  const decided = withinCalendar(() => decideNow(command, state, office));
  return decided.ok ? decided.value : decided;
}

function decideNow(
  command: Command,
  state: DossierState | null,
  office: Office,
): Result<Decision, DossierRefusal> {
  if (!everMay(office.actor, command.type)) {
    return refused('act-not-yours', { command: command.type });
  }
  return isOpening(command)
    ? openDossier(command, state, office)
    : moveDossier(command, state, office);
}

const isOpening = (command: Command): command is Opening =>
  command.type === 'submit' || command.type === 'receive';

function openDossier(
  command: Opening,
  state: DossierState | null,
  office: Office,
): Result<Decision, DossierRefusal> {
  if (state !== null) return refused('dossier-already-exists', { code: state.intake.code });
  const occurrence = occurrenceOf(command, null, office);
  if (!occurrence.ok) return occurrence;
  const { intake } = command.body;
  const happenings =
    command.type === 'submit' ? submit(intake, office) : receive(intake, office, occurrence.value);
  return recorded(happenings, null, occurrence.value, office);
}

function moveDossier(
  command: Following,
  state: DossierState | null,
  asked: Office,
): Result<Decision, DossierRefusal> {
  if (state === null) return refused('dossier-not-there');
  const office = notBehind(state, asked);
  const allowed = allowedIn(state.name);
  if (!allowed.includes(command.type)) {
    return refused('act-not-allowed-in-state', { state: state.name, allowed });
  }
  if (!mayHere(command, state, office)) {
    return refused('act-not-yours-here', { command: command.type });
  }
  const occurrence = occurrenceOf(command, state, office);
  if (!occurrence.ok) return occurrence;
  // Each decider takes the body of its own command; TypeScript cannot follow the correlation.
  const decider = DECIDERS[command.type] as Decider<CommandType>;
  const happenings = decider(command.body, { state, office, occurrence: occurrence.value });
  if (!happenings.ok) return happenings;
  const approval = awaitedApproval(command.type, state, office);
  if (approval !== undefined) return accepted({ kind: 'approval', ...approval });
  return recorded(happenings, state, occurrence.value, office);
}

/**
 * For a dossier time never runs backwards: where the office's clock was set back since something was recorded,
 * or the clock of another machine is a little ahead, it is still that moment.
 */
function notBehind({ history }: DossierState, office: Office): Office {
  const last = history.at(-1)?.recordedAt;
  return last === undefined || last <= office.now ? office : { ...office, now: last };
}

function recorded(
  happenings: Happenings,
  state: DossierState | null,
  occurrence: Occurrence,
  office: Office,
): Result<Decision, DossierRefusal> {
  if (!happenings.ok) return happenings;
  return accepted({ kind: 'events', ...record(happenings.value, state, occurrence, office) });
}
