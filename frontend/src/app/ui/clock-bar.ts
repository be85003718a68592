import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Instant, parseInstant } from '#domain/working-time';
import { uiWords } from '#wording/ui';
import { dateText, injectWords, momentText } from '../language/index.ts';

/** A stretch in which the clock stood still. */
export interface ClockPause {
  readonly from: string;
  readonly to: string | null;
}

const WIDTH = 1000;

const momentOf = (told: string | null): Instant | undefined => parseInstant(told ?? '');

/** From receipt to due in one line: time passed, pauses, now. The table of days beside it says the same. */
@Component({
  selector: 'mc-clock-bar',
  templateUrl: './clock-bar.html',
  styleUrl: './clock-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockBar {
  protected readonly words = injectWords(uiWords);
  protected readonly width = WIDTH;
  readonly receivedAt = input.required<string>();
  readonly dueAt = input.required<string | null>();
  readonly now = input.required<Instant | undefined>();
  readonly finishedAt = input<string | null>(null);
  readonly pauses = input<readonly ClockPause[]>([]);

  protected readonly drawn = computed(() => {
    const from = momentOf(this.receivedAt());
    const told = momentOf(this.finishedAt()) ?? this.now();
    if (from === undefined || told === undefined) return undefined;
    // The browser's clock may be a little behind the one that wrote the receipt.
    const now = told < from ? from : told;
    const due = momentOf(this.dueAt());
    const end = Math.max(due ?? from, now, from + 1);
    const at = (moment: number): number => ((moment - from) / (end - from)) * WIDTH;
    const dueAt = due === undefined ? undefined : at(due);
    const pauses = this.#stretches(now).map(([begin, stop]) => ({
      x: at(begin),
      width: Math.max(2, at(stop) - at(begin)),
    }));
    return {
      from,
      now,
      due,
      pauses,
      isLate: due !== undefined && now > due,
      nowAt: at(now),
      dueAt,
    };
  });

  protected readonly said = computed(() => {
    const { clock, noDue } = this.words();
    const drawn = this.drawn();
    if (drawn === undefined) return clock.title;
    const due = drawn.due === undefined ? noDue : `${clock.due} ${momentText(drawn.due)}`;
    return `${clock.title}: ${clock.received} ${momentText(drawn.from)}; ${due}; ${clock.now} ${momentText(drawn.now)}`;
  });

  protected readonly dateText = dateText;

  #stretches(now: Instant): readonly (readonly [from: Instant, to: Instant])[] {
    return this.pauses().flatMap(({ from, to }) => {
      const begin = momentOf(from);
      return begin === undefined ? [] : [[begin, momentOf(to) ?? now] as const];
    });
  }
}
