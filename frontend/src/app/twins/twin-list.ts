import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DossierItem } from '#contract/dossiers';
import { twinsPageSchema, twinsPath, type Twins } from '#contract/twins';
import { twinsWords } from '#wording/twins';
import { ApiClient, PagedList, Session, Sources } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { DOSSIER_PLACE } from '../shell/index.ts';
import { Button, Notice, Waiting } from '../ui/index.ts';

/** Every pair of the unit that nobody has linked; it is linked on the page of one of the two. */
@Component({
  selector: 'mc-twin-list',
  imports: [Button, Notice, RouterLink, Waiting],
  template: `<h2>{{ words().heading }}</h2>
    @if (list.problem(); as refused) {
      <mc-notice
        kind="failed"
        [heading]="refused.title"
        [text]="refused.detail"
        [canRetry]="true"
        (retry)="list.reload()"
      />
    } @else if (list.items().length > 0) {
      <p class="muted">{{ words().hint }}</p>
      <ul role="list">
        @for (pair of list.items(); track pair.id) {
          <li>
            <a [routerLink]="['/', place, pair.later.id]">{{ nameOf(pair.later) }}</a>
            <span aria-hidden="true">–</span>
            <a [routerLink]="['/', place, pair.earlier.id]">{{ nameOf(pair.earlier) }}</a>
          </li>
        }
      </ul>
      @if (!list.isComplete()) {
        <button mcButton [busy]="list.loading()" (click)="list.more()">{{ words().more }}</button>
      }
    } @else if (list.isEmpty()) {
      <p class="muted">{{ words().none }}</p>
    } @else {
      <mc-waiting [lines]="2" />
    }`,
  styleUrl: './twin-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TwinList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #sources = inject(Sources);
  protected readonly words = injectWords(twinsWords);
  protected readonly place = DOSSIER_PLACE;
  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly list = new PagedList<Twins>((cursor, abort) =>
    this.#api.read(twinsPath, twinsPageSchema, {
      query: { unitId: this.#unitId(), cursor, limit: 20 },
      abort,
    }),
  );

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.list.reload());
    });
  }

  protected nameOf({ officialCode, code, source }: DossierItem): string {
    const from = source === null ? '' : ` (${this.#sources.nameOf(source)})`;
    return `${officialCode ?? code}${from}`;
  }
}
