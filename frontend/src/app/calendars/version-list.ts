import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import {
  calendarVersionPageSchema,
  calendarVersionsPath,
  type CalendarVersion,
} from '#contract/calendars';
import { calendarWords } from '#wording/calendars';
import { ApiClient, PagedList, People, Session } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, Notice, Waiting, dayWords } from '../ui/index.ts';
import { runsOf } from './calendar-draft.ts';

interface Version extends CalendarVersion {
  readonly id: string;
}

const MOST_LINES = 12;

/** Every version of the calendar: who put it in force, when, and what it changed. */
@Component({
  selector: 'mc-version-list',
  imports: [Badge, Button, Notice, Waiting],
  template: `@if (list.problem(); as problem) {
      <mc-notice
        kind="failed"
        [heading]="problem.title"
        [text]="problem.detail"
        [canRetry]="true"
        (retry)="list.reload()"
      />
    } @else {
      @if (list.items().length === 0) {
        @if (list.loading()) {
          <mc-waiting [lines]="3" />
        } @else {
          <mc-notice kind="empty" />
        }
      }
      <ol role="list" [attr.aria-label]="words().versions.heading">
        @for (each of told(); track each.version.id) {
          <li class="panel">
            <h3>
              {{ words().versions.number(each.version.number) }}
              @if (each.version.version === current()) {
                <mc-badge tone="finished" icon="check">{{ words().versions.current }}</mc-badge>
              }
            </h3>
            <p class="muted">{{ each.made }}</p>
            <ul>
              @for (line of each.lines; track line) {
                <li>{{ line }}</li>
              }
            </ul>
            @if (each.moved; as moved) {
              <p>{{ moved }}</p>
            }
          </li>
        }
      </ol>
      @if (!list.isComplete() && list.items().length > 0) {
        <button mcButton [busy]="list.loading()" (click)="list.more()">
          {{ words().versions.more }}
        </button>
      }
    }`,
  styles: `
    :host,
    ol,
    ol > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: var(--s2);
    }

    ol {
      width: 100%;
      padding: 0;
      list-style: none;
    }

    ol > li {
      width: 100%;
      padding: var(--s3) var(--s4);
      overflow-wrap: anywhere;
    }

    ul {
      padding-left: var(--s5);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  protected readonly words = injectWords(calendarWords);

  /** The version in force: another one means that the list is longer now. */
  readonly current = input.required<string>();

  protected readonly list = new PagedList<Version>(async (cursor, abort) => {
    const query = { unitId: this.#session.unit()?.id, cursor };
    const page = await this.#api.read(calendarVersionsPath, calendarVersionPageSchema, {
      ...{ query, abort },
    });
    return { ...page, items: page.items.map((each) => ({ ...each, id: each.version })) };
  });
  protected readonly told = computed(() =>
    this.list.items().map((version) => ({
      ...{ version, made: this.#made(version), lines: this.#lines(version) },
      moved: this.#moved(version),
    })),
  );

  constructor() {
    effect(() => {
      this.current();
      untracked(() => void this.list.reload());
    });
  }

  /** An administrator of the city is not among the people of the unit. */
  #made({ madeBy, inForceFrom }: Version): string {
    const { versions, someone } = this.words();
    if (madeBy === null) return versions.since(readMoment(inForceFrom));
    const me = this.#session.me()?.user;
    const own = me?.id === madeBy ? me.displayName : undefined;
    const name = own ?? this.#people.nameOf(madeBy) ?? someone;
    return versions.made(readMoment(inForceFrom), name);
  }

  #lines({ number, weekdays, days, officialYears }: Version): readonly string[] {
    const { versions, weekdays: names, draft, kinds } = this.words();
    if (number === 1) return [versions.first];
    const runs = runsOf(days).map(({ from, to, said }) => {
      const span = from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
      return draft.day(
        span,
        said.kind === 'plain' ? versions.back : kinds[said.kind],
        said.name ?? '',
      );
    });
    const left = runs.length - MOST_LINES;
    const lines = [
      ...(weekdays.length === 0
        ? []
        : [versions.weekday(weekdays.map((weekday) => names[weekday]).join(', '))]),
      ...officialYears.map(versions.year),
      ...runs.slice(0, MOST_LINES),
      ...(left > 0 ? [versions.moreDays(numberText(left))] : []),
    ];
    return lines.length === 0 ? [versions.same] : lines;
  }

  #moved({ number, moved }: Version): string | undefined {
    if (number === 1) return undefined;
    const { versions } = this.words();
    return moved === null ? versions.byCity : versions.moved(numberText(moved));
  }
}
