import { NATIONAL_DAYS, type SpecialDay } from '#domain/working-time';
import { naiveOffice, type NaiveOffice } from '../support/naive-clock.ts';
import { CATALOGUE } from './catalogue.ts';
import { NaiveDossier, type UnitSettings } from './naive-dossier.ts';
import type { NaiveDues } from './naive-dues.ts';

/** A dossier of the model and where the product keeps it. */
export interface Followed {
  readonly id: string;
  readonly officialCode: string;
  readonly model: NaiveDossier;
  readonly approvals: Map<string, string>;
}

/** One commune as the model sees it. */
export class SimulatedUnit {
  readonly settings: UnitSettings;
  readonly dossiers: Followed[] = [];
  readonly #days = new Map<string, SpecialDay>();
  #office: NaiveOffice = naiveOffice([{ days: NATIONAL_DAYS }]);

  constructor(settings: UnitSettings) {
    this.settings = settings;
  }

  newDossier(procedure: (typeof CATALOGUE)[number]): NaiveDossier {
    const office = (): NaiveOffice => this.#office;
    const { settings } = this;
    const rules = {
      procedure,
      runningHours: settings.runningHours,
      get office() {
        return office();
      },
    };
    return new NaiveDossier(settings, rules);
  }

  /** Our own counting moves with the calendar, and only where it does something happens. */
  changeDay(day: SpecialDay, now: number): void {
    const open = this.dossiers.map(({ model }) => ({
      model,
      was: model.dues,
      isOpen: model.isOpen,
    }));
    for (const { model } of open) model.keepPromises();
    this.#days.set(day.date, day);
    this.#office = naiveOffice([{ days: NATIONAL_DAYS }, { days: [...this.#days.values()] }]);
    for (const { model, was, isOpen } of open) {
      model.calendarChanged = true;
      if (!isOpen && model.life.receivedAt !== null) model.frozen = was;
      else if (isOpen && differs(was, model.dues)) {
        model.happen([{ type: 'dueRevised', at: now, says: {} }]);
      }
    }
  }
}

const differs = (a: NaiveDues, b: NaiveDues): boolean =>
  a.current !== b.current || a.before !== b.before || a.ours !== b.ours;
