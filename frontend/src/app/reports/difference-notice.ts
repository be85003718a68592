import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { reconciliationsPageSchema, reconciliationsPath } from '#contract/reconciliations';
import type { IssueItem } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { ApiClient, Session, Sources } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Icon, dayWords } from '../ui/index.ts';
import { openDifferences } from './open-differences.ts';

const LOOKED_BACK = 100;

/** Before a report is issued: what *Đối soát* found over its days and nobody has explained. It reminds, and bars nothing. */
@Component({
  selector: 'mc-difference-notice',
  imports: [Icon, RouterLink],
  template: `@if (open().length > 0) {
    <div class="open" role="note">
      <p class="told">
        <mc-icon name="overdue" /><strong>{{ words().open(numberText(count())) }}</strong>
      </p>
      <ul role="list">
        @for (each of open(); track each.id) {
          <li>
            {{
              words().openIn(
                sources.nameOf(each.source),
                dayWords(each.from),
                dayWords(each.to),
                numberText(each.unexplained)
              )
            }}
          </li>
        }
      </ul>
      <p>
        {{ words().openHint }}
        <a routerLink="/doi-soat" [queryParams]="{ id: open()[0]?.id }">{{
          words().toReconciliations
        }}</a>
      </p>
    </div>
  }`,
  styles: `
    .open {
      display: grid;
      gap: var(--s1);
      margin-top: var(--s2);
      padding: var(--s2) var(--s3);
      border-left: 4px solid var(--near);
      background: var(--near-soft);
      overflow-wrap: anywhere;
    }

    .told {
      display: flex;
      gap: var(--s1);
      align-items: baseline;
      color: var(--near);
    }

    ul {
      margin: 0;
      padding: 0 0 0 var(--s4);
    }

    a {
      color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferenceNotice {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #all = injectWords(reportWords);
  protected readonly words = computed(() => this.#all().versions);
  protected readonly sources = inject(Sources);
  protected readonly numberText = numberText;
  protected readonly dayWords = dayWords;
  readonly issue = input.required<IssueItem>();

  readonly #asked = computed(() => {
    if (!this.#session.may('reconciliations.read')) return undefined;
    return this.#session.unit()?.id;
  });
  protected readonly made = resource({
    params: () => this.#asked(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(reconciliationsPath, reconciliationsPageSchema, {
        ...{ query: { unitId, limit: LOOKED_BACK }, abort },
      }),
  });
  protected readonly open = computed(() =>
    this.made.hasValue() ? openDifferences(this.made.value().items, this.issue().periods.main) : [],
  );
  protected readonly count = computed(() =>
    this.open().reduce((sum, { unexplained }) => sum + unexplained, 0),
  );
}
