import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Button } from './button.ts';
import { Icon } from './icon.ts';
import type { IconName } from './icons.ts';

export type NoticeKind = 'empty' | 'done' | 'forbidden' | 'failed';

const signs: Readonly<Record<NoticeKind, IconName>> = {
  empty: 'inbox',
  done: 'finished',
  forbidden: 'lock',
  failed: 'offline',
};

/**
 * What a view says when it has nothing to show: that there is nothing, that all is done, that it may not be
 * seen, or why it could not be fetched. `mc-waiting` is for what is on its way.
 */
@Component({
  selector: 'mc-notice',
  imports: [Button, Icon],
  templateUrl: './notice.html',
  styleUrl: './notice.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'kind()', '[attr.role]': 'kind() === "failed" ? "alert" : "status"' },
})
export class Notice {
  protected readonly words = injectWords(uiWords);
  readonly kind = input<NoticeKind>('empty');
  readonly heading = input<string>();
  readonly text = input<string>();
  /** Whoever takes it offers to try again. */
  readonly canRetry = input(false);
  readonly retry = output();

  protected readonly sign = computed(() => signs[this.kind()]);
  protected readonly said = computed(() => {
    const { empty, forbidden, forbiddenHint, failed } = this.words();
    const isForbidden = this.kind() === 'forbidden';
    const usual = { empty, done: empty, forbidden, failed }[this.kind()];
    return {
      heading: this.heading() ?? usual,
      text: this.text() ?? (isForbidden ? forbiddenHint : undefined),
    };
  });
}
