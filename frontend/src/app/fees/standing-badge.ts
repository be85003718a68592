import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FeeStanding } from '#domain/fee';
import { feesWords } from '#wording/fees';
import { injectWords } from '../language/index.ts';
import { Badge, type IconName, type Tone } from '../ui/index.ts';

const LOOKS: Readonly<Record<FeeStanding, readonly [Tone, IconName]>> = {
  owing: ['near', 'money'],
  partly: ['near', 'money'],
  settled: ['finished', 'finished'],
  overpaid: ['near', 'undo'],
  exempt: ['plain', 'check'],
  untold: ['paused', 'info'],
};

/** Where a dossier stands with its fees, in a word. */
@Component({
  selector: 'mc-standing-badge',
  imports: [Badge],
  template: `<mc-badge [tone]="look()[0]" [icon]="look()[1]">{{
    words().standings[standing()]
  }}</mc-badge>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingBadge {
  protected readonly words = injectWords(feesWords);
  readonly standing = input.required<FeeStanding>();
  protected readonly look = computed(() => LOOKS[this.standing()]);
}
