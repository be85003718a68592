import { Injectable, computed, inject, resource } from '@angular/core';
import { dossierPageSchema, dossiersPath } from '#contract/dossiers';
import { type Procedure, procedurePageSchema, proceduresPath } from '#contract/procedures';
import { unitPageSchema, unitsPath } from '#contract/units';
import { ApiClient, Session } from '../api/index.ts';
import { Favourites, ranked } from './favourites.ts';

const MOST = 500;
/** As many receipts as tell what an office is asked for most. */
const RECENT = 200;

/** What the counter works with: the catalogue, the unit's rules, and the procedures on the number keys. */
@Injectable()
export class ReceptionDesk {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #favourites = inject(Favourites);

  readonly unitId = computed(() => this.#session.unit()?.id);

  readonly #catalogue = resource({
    params: () => this.unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(proceduresPath, procedurePageSchema, {
        query: { unitId, limit: MOST },
        abort,
      }),
  });
  readonly #units = resource({
    params: () => this.unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(unitsPath, unitPageSchema, { query: { unitId }, abort }),
  });
  readonly #recent = resource({
    params: () => this.unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(dossiersPath, dossierPageSchema, {
        query: { unitId, sort: '-received', limit: RECENT },
        abort,
      }),
  });

  readonly procedures = computed<readonly Procedure[]>(() =>
    this.#catalogue.hasValue() ? this.#catalogue.value().items : [],
  );
  readonly failure = computed(() => this.#catalogue.error());

  readonly settings = computed(() => {
    const units = this.#units.hasValue() ? this.#units.value().items : [];
    return units.find(({ id }) => id === this.unitId())?.settings;
  });

  /** Where nobody is told anything nobody is asked either. */
  readonly tellsCitizens = computed(() => (this.settings()?.citizenMessages.kinds.length ?? 0) > 0);

  /** In the order of when the screen was opened: a key does not change its meaning under the hand. */
  readonly favourites = computed<readonly Procedure[]>(() => {
    const office = this.#recent.hasValue() ? this.#recent.value().items : [];
    const codes = ranked(
      this.#favourites.of(this.#userId),
      office.map(({ procedureCode }) => procedureCode),
    );
    return codes.flatMap((code) => this.procedureOf(code) ?? []);
  });

  procedureOf(code: string | undefined): Procedure | undefined {
    return this.procedures().find((each) => each.code === code);
  }

  /** One more of that kind was received here. */
  count(code: string): void {
    this.#favourites.count(this.#userId, code);
  }

  reload(): void {
    this.#catalogue.reload();
    this.#units.reload();
  }

  get #userId(): string {
    return this.#session.me()?.user.id ?? '';
  }
}
