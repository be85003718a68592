import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { StateName } from '#domain/dossier';
import { stateWording } from '#wording';
import { injectWords } from '../language/index.ts';
import { Badge } from './badge.ts';
import type { IconName } from './icons.ts';
import type { Tone } from './tone.ts';

const looks: Readonly<Record<StateName, readonly [tone: Tone, icon: IconName]>> = {
  submitted: ['plain', 'inbox'],
  awaitingIntakeSupplement: ['paused', 'paused'],
  received: ['plain', 'folder'],
  processing: ['plain', 'clock'],
  awaitingSupplement: ['paused', 'paused'],
  awaitingPayment: ['paused', 'paused'],
  onHold: ['paused', 'paused'],
  resultReady: ['finished', 'stamp'],
  returned: ['finished', 'finished'],
  refused: ['finished', 'close'],
  stopped: ['finished', 'close'],
  withdrawn: ['finished', 'undo'],
  annulled: ['paused', 'trash'],
};

/** Where a dossier stands, in the office's own word. */
@Component({
  selector: 'mc-state-badge',
  imports: [Badge],
  template: `<mc-badge [tone]="look()[0]" [icon]="look()[1]" [title]="title()">{{
    title()
  }}</mc-badge>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateBadge {
  protected readonly words = injectWords(stateWording);
  readonly state = input.required<StateName>();
  protected readonly title = computed(() => this.words()[this.state()].title);
  protected readonly look = computed(() => looks[this.state()]);
}
