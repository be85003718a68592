import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { alertRuleWords } from '#wording/alert-rules';
import { injectWords } from '../language/index.ts';
import type { Difference } from './rule-difference.ts';

/** What is said otherwise, before and after beside each other. */
@Component({
  selector: 'mc-difference-table',
  template: `@if (differences().length === 0) {
      <p class="muted">{{ words().difference.none }}</p>
    } @else {
      <dl>
        @for (each of differences(); track each.what) {
          <div>
            <dt>{{ each.what }}</dt>
            <dd class="before">
              <span class="label">{{ words().difference.before }}</span> {{ each.before }}
            </dd>
            <dd class="after">
              <span class="label">{{ words().difference.after }}</span> {{ each.after }}
            </dd>
          </div>
        }
      </dl>
    }`,
  styles: `
    dl {
      display: grid;
      gap: var(--s3);
    }
    dl div {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr) minmax(0, 2fr);
      gap: var(--s1) var(--s4);
      padding-top: var(--s2);
      border-top: 1px solid var(--rule);
    }
    dt {
      font-weight: 600;
    }
    .label {
      display: block;
      color: var(--ink-muted);
      font-size: var(--text-s);
    }
    .before {
      color: var(--ink-muted);
    }
    @media (max-width: 760px) {
      dl div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferenceTable {
  protected readonly words = injectWords(alertRuleWords);
  readonly differences = input.required<readonly Difference[]>();
}
