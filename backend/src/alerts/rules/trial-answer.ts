import { MOST_TOLD_DOSSIERS, type AlertRulesPreview } from '#contract/alerts';
import type { AlertKind } from '#domain/alert';
import { formatInstant, type Instant } from '#domain/working-time';
import type { Tally } from './tally.ts';

/** A month played over by the rules as they are and as they would be. */
export interface Compared {
  readonly from: Instant;
  readonly now: Instant;
  readonly present: Tally;
  readonly proposed: Tally;
  /** By id: what the dossiers are called. */
  readonly codes: ReadonlyMap<string, string>;
}

type OfKind = AlertRulesPreview['kinds'][number];
type OfPerson = AlertRulesPreview['people'][number];

const difference = ({ now, then }: { readonly now: number; readonly then: number }): number =>
  Math.abs(then - now);

function kindOf(kind: AlertKind, { present, proposed, codes }: Compared): OfKind {
  const [before, after] = [present.dossiersOf(kind), proposed.dossiersOf(kind)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const dossiers = ids
    .map((id) => ({
      id,
      code: codes.get(id) ?? '',
      now: before.get(id) ?? 0,
      then: after.get(id) ?? 0,
    }))
    .toSorted(
      (one, other) => difference(other) - difference(one) || (one.code < other.code ? -1 : 1),
    );
  return {
    ...{ kind, now: present.of(kind), then: proposed.of(kind), dossierCount: ids.length },
    dossiers: dossiers.slice(0, MOST_TOLD_DOSSIERS),
  };
}

const peopleOf = ({ present, proposed }: Compared): readonly OfPerson[] =>
  [...new Set([...present.people, ...proposed.people])]
    .map((userId) => ({ userId, now: present.loadOf(userId), then: proposed.loadOf(userId) }))
    .toSorted(
      (one, other) => other.then.mostADay - one.then.mostADay || other.then.total - one.then.total,
    );

/** What the two plays of the month say beside each other. */
export function answerOf(
  compared: Compared,
  { dossiers, whole }: Pick<AlertRulesPreview, 'dossiers' | 'whole'>,
): AlertRulesPreview {
  const { from, now, present, proposed } = compared;
  const kinds = [...new Set<AlertKind>([...present.kinds, ...proposed.kinds])].toSorted();
  return {
    ...{ from: formatInstant(from), to: formatInstant(now), dossiers, whole },
    total: { now: present.total, then: proposed.total },
    kinds: kinds.map((kind) => kindOf(kind, compared)),
    people: peopleOf(compared),
    mostADay: { now: present.mostADay, then: proposed.mostADay },
  };
}
