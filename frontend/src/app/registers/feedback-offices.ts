import { Injectable, computed, inject, resource } from '@angular/core';
import { unitPageSchema, unitsPath } from '#contract/units';
import type { FeedbackOffice } from '#domain/register';
import { ApiClient, OfficeCalendar, Session } from '../api/index.ts';

/** By what the office counts the day to answer feedback by: its calendar, and the days it has given itself. */
@Injectable()
export class FeedbackOffices {
  readonly #api = inject(ApiClient);
  readonly #calendar = inject(OfficeCalendar).current;
  readonly #session = inject(Session);
  readonly #unitId = computed(() => this.#session.unit()?.id);

  readonly #units = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(unitsPath, unitPageSchema, { query: { unitId }, abort }),
  });

  /** Nothing while one of them is not known: then the server counts the day. */
  readonly current = computed((): FeedbackOffice | undefined => {
    const units = this.#units.hasValue() ? this.#units.value().items : [];
    const terms = units.find(({ id }) => id === this.#unitId())?.settings.feedbackDays;
    const calendar = this.#calendar();
    return terms === undefined || calendar === undefined ? undefined : { calendar, terms };
  });
}
