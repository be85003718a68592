import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DueMove } from '#contract/calendars';
import { parseInstant } from '#domain/working-time';
import { calendarWords } from '#wording/calendars';
import { Session } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { DOSSIER_PLACE } from '../shell/index.ts';
import { Badge, Button, Code, Notice } from '../ui/index.ts';

const AT_A_TIME = 100;

const isEarlier = ({ from, to }: DueMove): boolean =>
  (parseInstant(to) ?? 0) < (parseInstant(from) ?? 0);

/** Which due moments a change moves, each by name and, for whoever may read it, to be opened. */
@Component({
  selector: 'mc-move-list',
  imports: [Badge, Button, Code, Notice, RouterLink],
  template: `@if (moves().length === 0) {
      <mc-notice kind="done" [heading]="words().moves.none" [text]="words().moves.noneText" />
    } @else {
      <h3>{{ words().moves.heading(numberText(moves().length)) }}</h3>
      @if (earlier() > 0) {
        <p>
          <mc-badge tone="near" icon="alert">
            {{ words().moves.earlier(numberText(earlier())) }}
          </mc-badge>
        </p>
      }
      <p class="muted">{{ words().moves.text }}</p>
      <div class="wide" tabindex="0" role="group" [attr.aria-label]="words().moves.dossier">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ words().moves.dossier }}</th>
              <th scope="col">{{ words().moves.from }}</th>
              <th scope="col">{{ words().moves.to }}</th>
            </tr>
          </thead>
          <tbody>
            @for (move of shown(); track move.dossierId) {
              <tr>
                <th scope="row">
                  @if (mayRead()) {
                    <a [routerLink]="[place, move.dossierId]"
                      ><code>{{ move.code }}</code></a
                    >
                  } @else {
                    <mc-code [value]="move.code" />
                  }
                </th>
                <td>{{ readMoment(move.from) }}</td>
                <td>
                  <b>{{ readMoment(move.to) }}</b>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (left() > 0) {
        <button mcButton (click)="showMore()">{{ words().moves.more(numberText(left())) }}</button>
      }
    }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: var(--s2);
    }

    .wide {
      max-width: 100%;
      max-height: 24rem;
      overflow: auto;
    }

    table {
      border-collapse: collapse;
    }

    th,
    td {
      padding: var(--s1) var(--s3) var(--s1) 0;
      text-align: left;
      white-space: nowrap;
    }

    tbody th {
      font-weight: 400;
    }

    tbody tr {
      border-top: 1px solid var(--rule);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveList {
  readonly #session = inject(Session);
  protected readonly words = injectWords(calendarWords);
  protected readonly readMoment = readMoment;
  protected readonly numberText = numberText;
  protected readonly place = `/${DOSSIER_PLACE}`;
  protected readonly mayRead = computed(() => this.#session.may('dossiers.read'));

  readonly moves = input.required<readonly DueMove[]>();

  readonly #most = linkedSignal({ source: this.moves, computation: () => AT_A_TIME });
  protected readonly shown = computed(() => this.moves().slice(0, this.#most()));
  protected readonly left = computed(() => this.moves().length - this.shown().length);
  protected readonly earlier = computed(() => this.moves().filter(isEarlier).length);

  protected showMore(): void {
    this.#most.update((most) => most + AT_A_TIME);
  }
}
