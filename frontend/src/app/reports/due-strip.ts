import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AwaitedReport } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, dayWords } from '../ui/index.ts';
import { STANDING_SIGNS, STANDING_TONES } from './awaited-looks.ts';
import { readSchedules } from './schedule-reader.ts';

/** More than these are found in the schedule. */
const SHOWN = 3;

/** Drafts that were made by themselves and wait: what to look at first, and by when it is to be sent. */
@Component({
  selector: 'mc-due-strip',
  imports: [Badge, RouterLink],
  templateUrl: './due-strip.html',
  styleUrl: './due-strip.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueStrip {
  readonly #read = readSchedules();
  protected readonly words = injectWords(reportWords);
  protected readonly readMoment = readMoment;
  protected readonly tones = STANDING_TONES;
  protected readonly signs = STANDING_SIGNS;

  /** What is not sent yet, the most urgent first; a schedule that cannot be read is told on its own page. */
  protected readonly waiting = computed((): readonly AwaitedReport[] => {
    const { schedules } = this.#read;
    if (!schedules.hasValue()) return [];
    return schedules
      .value()
      .awaited.filter(({ sentAt }) => sentAt === null)
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
      .slice(0, SHOWN);
  });

  protected daysOf({ from, to }: AwaitedReport): string {
    return `${dayWords(from)} – ${dayWords(to)}`;
  }
}
