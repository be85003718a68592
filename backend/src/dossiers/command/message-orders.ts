import { TELL_CITIZEN, type TellCitizen } from '#contract/citizens';
import { occasionsIn } from '#domain/citizen';
import type { DossierState } from '#domain/dossier';
import type { WatchedOffice } from '../answer/signals.ts';
import type { OutboxLine } from '../store/append.ts';

interface Told {
  readonly unitId: number;
  readonly id: string;
  readonly state: DossierState;
  readonly expectedVersion: number;
  readonly office: WatchedOffice;
}

/** Orders to tell the citizen of what has just happened: kept with the events, or not at all. */
export const messageOrders = ({
  unitId,
  id,
  state,
  expectedVersion,
  office,
}: Told): readonly OutboxLine[] => {
  const { tells = [], now, calendar } = office;
  if (tells.length === 0) return [];
  return occasionsIn(state, expectedVersion, calendar)
    .filter(({ kind }) => tells.includes(kind))
    .map(({ kind, version }) => {
      const message: TellCitizen = { unitId, dossierId: id, kind, version };
      return { topic: TELL_CITIZEN, message, at: now };
    });
};
