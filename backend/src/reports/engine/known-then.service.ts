import { Inject, Injectable } from '@nestjs/common';
import type { DossierEvent, Intake } from '#domain/dossier';
import { reportedDossierOf, type ReportScope, type ReportedDossier } from '#domain/report';
import type { Instant } from '#domain/working-time';
import { HistoryReader, type NamedDossier } from '../../dossiers/index.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { laterIn, type Frame, type FrameUnit } from './frame.ts';
import { Values } from './values.ts';

const AT_ONCE = 500;

/** A dossier as its events told it at the moment a report speaks of. */
export interface Known {
  readonly unit: FrameUnit;
  readonly intake: Intake;
  readonly dossier: ReportedDossier;
}

/** What a form asks of a dossier of one of the frame's units. */
export const scopeOf = (
  { period, authority }: Pick<Frame, 'period' | 'authority'>,
  unit: Pick<FrameUnit, 'lateness'>,
): ReportScope => ({ ...period, authority, ...unit.lateness });

/** The part of a history that had been entered by then; all of it where nobody asks about the past. */
export const enteredBy = (
  history: readonly DossierEvent[],
  asOf: Instant | undefined,
): readonly DossierEvent[] =>
  asOf === undefined ? history : history.filter(({ recordedAt }) => recordedAt <= asOf);

/** Reads dossiers from their events: what they were known to be, whatever has been learned of them since. */
@Injectable()
export class KnownThen {
  readonly #histories: HistoryReader;
  /** A frame is asked of one snapshot: what was read for its numbers serves its lists. */
  readonly #toldSince = new WeakMap<Frame, Promise<readonly Known[]>>();

  constructor(@Inject(HistoryReader) histories: HistoryReader) {
    this.#histories = histories;
  }

  /** Those known by then of whom more was entered since; of all others the rows of facts speak. */
  toldSince(transaction: Transaction, frame: Frame): Promise<readonly Known[]> {
    const known = this.#toldSince.get(frame) ?? this.#readToldSince(transaction, frame);
    this.#toldSince.set(frame, known);
    return known;
  }

  async #readToldSince(transaction: Transaction, frame: Frame): Promise<readonly Known[]> {
    const values = new Values();
    const later = laterIn(frame, values);
    if (later === null) return [];
    const named = await transaction.query<NamedDossier>(
      `with ${later} select unit_id as "unitId", dossier_id as id from later where was_known`,
      values.list,
    );
    return this.read(transaction, frame, named);
  }

  async read(
    transaction: Transaction,
    frame: Frame,
    named: readonly NamedDossier[],
  ): Promise<readonly Known[]> {
    const found: Known[] = [];
    for (const unit of frame.units) {
      const ids = named.filter(({ unitId }) => unitId === unit.id).map(({ id }) => id);
      for (let place = 0; place < ids.length; place += AT_ONCE) {
        const few = ids.slice(place, place + AT_ONCE);
        found.push(...(await this.#few(transaction, { unit, ids: few, asOf: frame.asOf })));
      }
    }
    return found;
  }

  async #few(transaction: Transaction, { unit, ids, asOf }: Few): Promise<readonly Known[]> {
    const states = await this.#histories.read(unit.id, ids, transaction);
    return [...states].flatMap(([id, state]) => {
      const history = enteredBy(state.history, asOf);
      if (history.length === 0) return [];
      const dossier = reportedDossierOf(history, { id, unit: unit.code });
      return [{ unit, intake: state.intake, dossier }];
    });
  }
}

interface Few {
  readonly unit: FrameUnit;
  readonly ids: readonly string[];
  readonly asOf: Instant | undefined;
}
