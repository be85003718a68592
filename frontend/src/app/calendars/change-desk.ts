import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import {
  calendarAppliedSchema,
  calendarApplyPath,
  calendarPreviewPath,
  calendarPreviewSchema,
  type CalendarPreview,
} from '#contract/calendars';
import { calendarWords } from '#wording/calendars';
import {
  ApiClient,
  type ClientProblem,
  Drafts,
  OfficeCalendar,
  OfficeClock,
  Session,
  newActKey,
} from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Confirmations, Toasts } from '../ui/index.ts';
import { NO_DRAFT, changeOf, draftSchema, isEmpty, type Draft } from './calendar-draft.ts';

/** A preview, and of which draft: another change makes it one of the past. */
interface Shown {
  readonly draft: Draft;
  readonly preview: CalendarPreview;
}

/** What is being changed of the calendar: kept, previewed, applied exactly as it was seen. */
@Injectable()
export class ChangeDesk {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  readonly #office = inject(OfficeCalendar);
  readonly #drafts = inject(Drafts);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  readonly #words = injectWords(calendarWords);
  readonly #unitId = computed(() => this.#session.unit()?.id);
  readonly #place = computed(() => `calendar/${this.#unitId() ?? ''}`);
  readonly #shown = signal<Shown | undefined>(undefined);

  readonly draft = linkedSignal(
    () => (this.#drafts.find(this.#place(), draftSchema) ?? NO_DRAFT) as Draft,
  );
  readonly isDrafted = computed(() => !isEmpty(this.draft()));
  readonly previewing = signal(false);
  readonly applying = signal(false);
  readonly refused = signal<ClientProblem | undefined>(undefined);
  readonly preview = computed(() => {
    const shown = this.#shown();
    return shown?.draft === this.draft() ? shown.preview : undefined;
  });

  change(draft: Draft): void {
    this.refused.set(undefined);
    this.draft.set(draft);
    if (isEmpty(draft)) this.#drafts.drop(this.#place());
    else this.#drafts.keep(this.#place(), draft);
  }

  async tryOut(): Promise<void> {
    const draft = this.draft();
    if (isEmpty(draft) || this.previewing()) return;
    this.previewing.set(true);
    this.refused.set(undefined);
    const answer = await this.#api.act({
      ...{ path: calendarPreviewPath, answer: calendarPreviewSchema },
      body: { unitId: this.#unitId(), ...changeOf(draft) },
    });
    this.previewing.set(false);
    if (answer.ok) this.#shown.set({ draft, preview: answer.value });
    else this.refused.set(answer.problem);
  }

  /** Whether the calendar is another one now. */
  async apply(): Promise<boolean> {
    const preview = this.preview();
    if (preview === undefined || this.applying()) return false;
    const { moves: words } = this.#words();
    const text = words.confirm(numberText(preview.moves.length));
    const question = { heading: words.apply, text, act: words.apply };
    if ((await this.#confirmations.ask(question)) === undefined) return false;
    this.applying.set(true);
    const answer = await this.#api.act({
      ...{ path: calendarApplyPath, answer: calendarAppliedSchema, key: newActKey() },
      body: { unitId: this.#unitId(), previewId: preview.previewId },
    });
    this.applying.set(false);
    this.#shown.set(undefined);
    if (answer.ok) this.#applied(answer.value.moves.length);
    else this.refused.set(answer.problem);
    return answer.ok;
  }

  #applied(count: number): void {
    this.change(NO_DRAFT);
    const [unitId, now] = [this.#unitId(), this.#clock.now()];
    if (unitId !== undefined && now !== undefined) void this.#office.renew(unitId, now);
    this.#toasts.done(this.#words().moves.applied(numberText(count)));
  }
}
