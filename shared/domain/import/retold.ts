import {
  effectiveEvents,
  spansOf,
  tellFirst,
  type DossierState,
  type Intake,
  type Office,
  type Span,
} from '../dossier/index.ts';
import { lineOf, type Besides } from './line-of.ts';
import { given, readLine, type DossierLine } from './line.ts';

/**
 * The line by which an office with our calendar and rules would know the dossier as we do. What is no promise is
 * left for it to count, unless counting anew finds other due moments than were told: after a change of calendar,
 * and where a promise was moved here.
 *
 * @example a dossier of three working days, received here → a line without any `dueAt`
 */
export function retoldLine(
  state: DossierState,
  office: Office,
  besides: Besides = {},
): DossierLine {
  const plain = lineOf(state, 'promises', besides);
  return isCountedAlike(plain, state, office) ? plain : lineOf(state, 'all', besides);
}

/** Whether whoever reads the line comes to the same standing and due moments at any time. */
export function isCountedAlike(line: DossierLine, state: DossierState, office: Office): boolean {
  const known = knownBy(line, state, office);
  return known !== undefined && timesOf(known) === timesOf(state);
}

/** The dossier as a reader of the line knows it; undefined where it would not take the line. */
export function knownBy(
  line: DossierLine,
  { intake }: DossierState,
  office: Office,
): DossierState | undefined {
  const source = line.source ?? '';
  const read = readLine(line, {
    ...{ now: office.now, citySource: source, defaultSource: source },
    endsWait: office.unit.restartAt === 'submitted',
  });
  if (!read.ok) return undefined;
  const { declaredDueAt, tellings } = read.value;
  const told = given({ ...intake, declaredDueAt }) as Intake;
  return tellFirst({ intake: told, tellings }, office, source);
}

/** When it stood how and was due when, whoever had it and at which step. */
function timesOf({ history, originalDueAt, finishedAt, due }: DossierState): string {
  const stretches: string[] = [];
  for (const { from, ...span } of spansOf(effectiveEvents(history))) {
    const stretch = standingOf(span);
    if (stretches.at(-1)?.endsWith(stretch) !== true) stretches.push(`${from} ${stretch}`);
  }
  const { dueAt = null, beforeExtensionAt = null } = due ?? {};
  return JSON.stringify([stretches, originalDueAt, finishedAt, dueAt, beforeExtensionAt]);
}

const standingOf = ({ state, dueAt, beforeExtensionAt, paused }: Omit<Span, 'from'>): string =>
  JSON.stringify([state, dueAt, beforeExtensionAt, paused]);
