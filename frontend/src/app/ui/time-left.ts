import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type StateName, isOpen, isPaused } from '#domain/dossier';
import {
  type Instant,
  type WorkingCalendar,
  dayOf,
  hours,
  parseInstant,
  workingBetween,
} from '#domain/working-time';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Badge } from './badge.ts';
import type { IconName } from './icons.ts';
import { spanText } from './span-text.ts';
import type { Tone } from './tone.ts';

interface Said {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
}

/** Closer than this is near, where what is shown does not tell the unit's own threshold. */
const NEAR_MS = hours(8);

/** How long there is still, in working time, in one glance. */
@Component({
  selector: 'mc-time-left',
  imports: [Badge],
  template: `<mc-badge [tone]="said().tone" [icon]="said().icon" [title]="said().text">{{
    said().text
  }}</mc-badge>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeLeft {
  readonly #words = injectWords(uiWords);
  readonly state = input.required<StateName>();
  readonly dueAt = input.required<string | null>();
  /** From when on it is near, by the unit's threshold; left out where that is not told. */
  readonly nearAt = input<string | null>();
  readonly now = input.required<Instant | undefined>();
  readonly calendar = input.required<WorkingCalendar | undefined>();

  protected readonly said = computed<Said>(() => {
    const words = this.#words();
    if (!isOpen(this.state())) return { tone: 'finished', icon: 'finished', text: words.finished };
    if (isPaused(this.state())) return { tone: 'paused', icon: 'paused', text: words.paused };
    const dueAt = parseInstant(this.dueAt() ?? '');
    return dueAt === undefined
      ? { tone: 'plain', icon: 'info', text: words.noDue }
      : this.#untilDue(dueAt);
  });

  #untilDue(dueAt: Instant): Said {
    const [now, calendar, words] = [this.now(), this.calendar(), this.#words()];
    if (now === undefined || calendar === undefined)
      return { tone: 'plain', icon: 'clock', text: '…' };
    const left = workingBetween(calendar, now, dueAt);
    const text = spanText(left, words.span);
    if (now > dueAt) {
      // Late since closing time: no working time has passed yet, and yet it is late.
      const late = left === 0 ? words.overdue : words.overdueBy(text);
      return { tone: 'overdue', icon: 'overdue', text: late };
    }
    const tone = this.#isNear(now, left) ? 'near' : 'plain';
    const said = dayOf(now) === dayOf(dueAt) ? words.dueToday(text) : words.timeLeft(text);
    return { tone, icon: tone === 'near' ? 'alert' : 'clock', text: said };
  }

  #isNear(now: Instant, left: number): boolean {
    const told = this.nearAt();
    if (told === undefined) return left <= NEAR_MS;
    const nearAt = parseInstant(told ?? '');
    return nearAt !== undefined && now >= nearAt;
  }
}
