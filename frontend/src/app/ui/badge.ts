import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon.ts';
import type { IconName } from './icons.ts';
import type { Tone } from './tone.ts';

/** A word with its sign and, where it means one of the four, its colour. */
@Component({
  selector: 'mc-badge',
  imports: [Icon],
  template: `@if (icon(); as name) {
      <mc-icon [name]="name" />
    }
    <span><ng-content /></span>`,
  styleUrl: './badge.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'tone()' },
})
export class Badge {
  readonly tone = input<Tone>('plain');
  readonly icon = input<IconName>();
}
