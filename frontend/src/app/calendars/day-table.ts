import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CalendarDay, CalendarYear, LayerName } from '#contract/calendars';
import { calendarWords } from '#wording/calendars';
import { injectWords } from '../language/index.ts';
import { Badge, Button, Notice, dayWords } from '../ui/index.ts';
import { isTold, lookOf } from './day-look.ts';
import { hoursWords } from './typed-hours.ts';
import type { Stretch } from './year-picture.ts';

/** The picture in words: every day unlike others, what it is, and who said so on what ground. */
@Component({
  selector: 'mc-day-table',
  imports: [Badge, Button, Notice],
  template: `@if (rows().length === 0) {
      <mc-notice kind="empty" [heading]="words().table.none" />
    } @else {
      <div class="wide" tabindex="0" role="group" [attr.aria-label]="words().table.heading">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ words().table.date }}</th>
              <th scope="col">{{ words().table.what }}</th>
              <th scope="col">{{ words().table.name }}</th>
              <th scope="col">{{ words().table.layer }}</th>
              <th scope="col">{{ words().table.source }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.day.date) {
              <tr>
                <th scope="row">
                  <button
                    mcButton
                    small
                    kind="quiet"
                    [attr.aria-label]="words().edit.open + ' ' + row.date"
                    (click)="chosen.emit({ from: row.day.date, to: row.day.date })"
                  >
                    {{ row.date }}
                  </button>
                </th>
                <td>
                  {{ row.what }}
                  @if (row.day.provisional) {
                    <mc-badge>{{ words().provisional }}</mc-badge>
                  }
                </td>
                <td class="told">{{ row.day.name }}</td>
                <td>{{ row.layer }}</td>
                <td class="told">{{ row.day.source }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }`,
  styles: `
    :host {
      min-width: 0;
    }

    .wide {
      max-width: 100%;
      overflow: auto;
    }

    table {
      width: 100%;
      border-collapse: collapse;
    }

    th,
    td {
      padding: var(--s1) var(--s3) var(--s1) 0;
      text-align: left;
      vertical-align: top;
    }

    th {
      white-space: nowrap;
    }

    tbody tr {
      border-top: 1px solid var(--rule);
    }

    .told {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayTable {
  protected readonly words = injectWords(calendarWords);

  readonly year = input.required<CalendarYear>();
  readonly layer = input<LayerName>();
  readonly chosen = output<Stretch>();

  protected readonly rows = computed(() => {
    const [{ days, weeklyHours }, layer] = [this.year(), this.layer()];
    return days
      .filter((day) => isTold(day, weeklyHours))
      .filter((day) => layer === undefined || day.layer === layer)
      .map((day) => ({
        ...{ day, date: dayWords(day.date), what: this.#what(day) },
        layer: day.layer === undefined ? '' : this.words().layers[day.layer],
      }));
  });

  #what(day: CalendarDay): string {
    const look = lookOf(day, this.year().weeklyHours);
    const what = this.words().looks[look];
    return look === 'hours' || look === 'makeUp' ? `${what} ${hoursWords(day.hours)}` : what;
  }
}
