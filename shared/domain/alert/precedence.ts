import { KIND_FACTS, SEVERITY_RANK } from './kind.ts';
import type { Telling } from './ladder.ts';
import { recipientKey } from './recipient.ts';

const rank = ({ signal }: Telling): number => SEVERITY_RANK[KIND_FACTS[signal.kind].severity];

const isSamePerson = (one: Telling, other: Telling): boolean =>
  recipientKey(one.addressee.recipient) === recipientKey(other.addressee.recipient);

const isOfStep = ({ signal }: Telling): boolean => KIND_FACTS[signal.kind].matter === 'step';

/** A step's clock clipped to the due moment of the dossier has nothing to say that the dossier's has not. */
const isClippedTo = (one: Telling, other: Telling): boolean =>
  KIND_FACTS[one.signal.kind].matter === 'promise' &&
  isOfStep(other) &&
  one.signal.dueAt <= other.signal.dueAt;

const isSameMatter = (one: Telling, other: Telling): boolean =>
  KIND_FACTS[one.signal.kind].matter === KIND_FACTS[other.signal.kind].matter ||
  isClippedTo(one, other);

/** Once the dossier itself is overdue no step of it is worth a word, not even one begun afterwards. */
const outweighsSteps = (one: Telling, other: Telling): boolean =>
  one.signal.kind === 'dossier.overdue' && isOfStep(other);

/** Graver first, then later, then further along on its clock; on a tie the dossier's before the step's. */
function compareGravity(one: Telling, other: Telling): number {
  return (
    rank(other) - rank(one) || other.at - one.at || other.signal.passedAt - one.signal.passedAt
  );
}

/**
 * The tellings that something graver or newer on the same matter has taken the place of, for the same person.
 * @example supersededAmong([near50, near3days, overdue]) // near50 and near3days
 */
export function supersededAmong(tellings: readonly Telling[]): ReadonlySet<Telling> {
  const ordered = tellings.toSorted(compareGravity);
  return new Set(
    ordered.filter((telling, index) =>
      ordered.some(
        (other, place) =>
          isSamePerson(other, telling) &&
          (outweighsSteps(other, telling) || (place < index && isSameMatter(other, telling))),
      ),
    ),
  );
}

/**
 * Of tellings found by one look, those whose moment had been missed and whose person is told something graver
 * by the same look. Looks that came in time find one moment each and miss nothing.
 * @example missedAmong([near3days, overdue]) // near3days, when both moments passed while the server was down
 */
export function missedAmong(found: readonly Telling[]): ReadonlySet<Telling> {
  const ordered = found.toSorted(compareGravity);
  return new Set(
    ordered.filter((telling, index) =>
      ordered
        .slice(0, index)
        .some((graver) => graver.at !== telling.at && isSamePerson(graver, telling)),
    ),
  );
}
