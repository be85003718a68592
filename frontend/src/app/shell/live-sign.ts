import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { shellWords } from '#wording/shell';
import { Live } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Icon } from '../ui/index.ts';

/** Whether what one sees is what there is. */
@Component({
  selector: 'mc-live-sign',
  imports: [Icon],
  template: `<span role="status" [class]="live.state()" [title]="hint()">
    <mc-icon [name]="live.state() === 'closed' ? 'offline' : 'online'" />
    <span class="word">{{ words().live[live.state()] }}</span>
  </span>`,
  styles: `
    :host {
      display: inline-flex;
    }
    span {
      display: inline-flex;
      align-items: center;
      gap: var(--s1);
      color: var(--ink-muted);
      font-size: var(--text-s);
      white-space: nowrap;
    }
    .closed,
    .closed .word {
      color: var(--overdue);
      font-weight: 600;
    }
    /* There is no room for it; what it says is said across the page. */
    @media (max-width: 760px) {
      .word {
        position: absolute;
        width: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveSign {
  protected readonly live = inject(Live);
  protected readonly words = injectWords(shellWords);
  protected readonly hint = computed(() => {
    const { openHint, closedHint } = this.words().live;
    return this.live.state() === 'closed' ? closedHint : openHint;
  });
}
