import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';

/** Grey lines where text will be, so that nothing jumps when it comes. */
@Component({
  selector: 'mc-waiting',
  template: `<span class="heard" role="status">{{ words().loading }}</span>
    @for (line of places(); track line) {
      <span class="line"></span>
    }`,
  styleUrl: './waiting.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Waiting {
  protected readonly words = injectWords(uiWords);
  readonly lines = input(5);
  protected readonly places = computed(() => Array.from({ length: this.lines() }, (_, at) => at));
}
