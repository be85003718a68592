import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { numberText } from '../language/index.ts';
import { Icon } from './icon.ts';
import type { IconName } from './icons.ts';
import type { Tone } from './tone.ts';

export interface Chip {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly tone?: Tone;
  readonly count?: number | undefined;
}

/** Heaps to look into, one at a time, each with its number; a second press takes it back. */
@Component({
  selector: 'mc-chips',
  imports: [Icon],
  templateUrl: './chips.html',
  styleUrl: './chips.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chips {
  readonly label = input.required<string>();
  readonly chips = input.required<readonly Chip[]>();
  readonly value = model<string>();
  protected readonly numberText = numberText;

  protected press(chip: Chip): void {
    this.value.update((value) => (value === chip.value ? undefined : chip.value));
  }
}
