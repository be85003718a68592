import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { HeldOffice } from '#contract/dossiers';
import type { Decision } from '#domain/dossier';
import {
  type Instant,
  dayOf,
  endOfNthWorkingDay,
  parseInstant,
  workingBetween,
} from '#domain/working-time';
import { problemWording, stateWording } from '#wording';
import { actWords } from '#wording/dossiers';
import { uiWords } from '#wording/ui';
import { OfficeClock } from '../api/index.ts';
import { injectWords, momentText } from '../language/index.ts';
import { Button, spanText } from '../ui/index.ts';
import type { ActSheet, Typed } from './act-sheet.ts';
import { type AmendRow, dueRow } from './amend-rows.ts';
import { DossierHold, refusalText } from './dossier-hold.ts';

const OFFERED_DAYS = [1, 3, 5, 10];

/** What will come of it, while it is being typed: decided here, by the law the server decides by. */
@Component({
  selector: 'mc-act-outlook',
  imports: [Button],
  templateUrl: './act-outlook.html',
  styleUrl: './act-outlook.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActOutlook {
  readonly #hold = inject(DossierHold);
  readonly #clock = inject(OfficeClock);
  readonly #problems = injectWords(problemWording);
  readonly #states = injectWords(stateWording);
  protected readonly words = injectWords(actWords);
  readonly #ui = injectWords(uiWords);
  readonly sheet = input.required<ActSheet>();
  readonly body = input.required<object | undefined>();
  readonly typed = input.required<Typed>();
  /** Of a correction: what is said otherwise than it stands. */
  readonly changes = input<readonly AmendRow[]>([]);
  readonly said = output<{ readonly name: string; readonly value: string }>();

  protected readonly dueField = computed(
    () => this.sheet().fields.find(({ kind, required }) => kind === 'due' && required)?.name,
  );

  protected readonly offers = computed(() => {
    const [held, now] = [this.#hold.held(), this.#clock.now()];
    if (held === undefined || now === undefined) return [];
    const from = dayOf(held.state.due?.dueAt ?? now);
    return OFFERED_DAYS.map((days) => ({
      text: this.words().plusDays(days),
      value: momentText(endOfNthWorkingDay(held.office.calendar, from, days)),
    }));
  });

  protected readonly leave = computed(() => {
    const [held, now, body] = [this.#hold.held(), this.#clock.now(), this.body()];
    const told: unknown = body && 'dueAt' in body ? body.dueAt : undefined;
    const dueAt = typeof told === 'string' ? parseInstant(told) : undefined;
    if (held === undefined || now === undefined || dueAt === undefined || dueAt < now) return '';
    const left = workingBetween(held.office.calendar, now, dueAt);
    return this.words().leave(spanText(left, this.#ui().span));
  });

  protected readonly outlook = computed(() => {
    const [held, body] = [this.#hold.held(), this.body()];
    const verdict = body && this.#hold.judge(this.sheet().type, body);
    if (held === undefined || verdict?.kind !== 'judged') return undefined;
    const { result } = verdict;
    if (!result.ok) {
      return {
        isRefused: true,
        rows: [],
        lines: [refusalText(this.#problems(), result.refusal.code)],
      };
    }
    const rows = this.sheet().isAmendment ? this.#rowsOf(result.value, held) : [];
    const lines = rows.length > 0 ? [] : this.#linesOf(result.value, held);
    return { isRefused: false, rows, lines };
  });

  /** Everything a correction changes: of the event, of the state, of the due moment. */
  #rowsOf(decision: Decision, { state }: HeldOffice): readonly AmendRow[] {
    if (decision.kind === 'approval') return [];
    const { state: after } = decision;
    const names = this.#states();
    const [was, will] = [names[state.name].title, names[after.name].title];
    return [
      ...this.changes(),
      ...(was === will ? [] : [{ name: 'state', before: was, after: will }]),
      dueRow(state.due?.dueAt ?? null, after.due?.dueAt ?? null),
    ];
  }

  #linesOf(decision: Decision, { state }: HeldOffice): readonly string[] {
    const words = this.words();
    if (decision.kind === 'approval') return [words.willAwait[decision.by] ?? ''];
    const after = decision.state;
    const names = this.#states();
    const moved = words.stateMoves(names[state.name].title, names[after.name].title);
    return [
      ...(after.name === state.name ? [] : [moved]),
      ...this.#dueLine(state.due?.dueAt ?? null, after.due?.dueAt ?? null),
    ];
  }

  #dueLine(before: Instant | null, after: Instant | null): readonly string[] {
    const words = this.words();
    if (before === null) return after === null ? [] : [words.dueMoves('–', momentText(after))];
    if (after === null) return [words.dueStops(momentText(before))];
    if (before === after) return [words.dueStays(momentText(after))];
    return [words.dueMoves(momentText(before), momentText(after))];
  }
}
