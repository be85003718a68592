import {
  ChangeDetectionStrategy,
  Component,
  Directive,
  computed,
  contentChild,
  inject,
  input,
} from '@angular/core';
import { uiWords } from '#wording/ui';
import { LanguageService } from '../language/index.ts';
import { Icon } from './icon.ts';
import { nextId } from './next-id.ts';

/** On the input, select or textarea inside a field: tied to its label, hint and fault. */
@Directive({
  selector: 'input[mcInput], select[mcInput], textarea[mcInput]',
  host: {
    class: 'mc-input',
    '[id]': 'id',
    '[attr.aria-describedby]': 'describedBy()',
    '[attr.aria-invalid]': 'field?.fault() ? "true" : null',
    '[attr.aria-required]': 'field?.required() ? "true" : null',
  },
})
export class FieldInput {
  protected readonly field = inject(Field, { optional: true });
  readonly id = nextId('input');
  protected readonly describedBy = computed(() => this.field?.describedBy() ?? null);
}

/** A label above, a hint or a fault below, and between them what is typed. */
@Component({
  selector: 'mc-field',
  imports: [Icon],
  templateUrl: './field.html',
  styleUrl: './field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  protected readonly words = inject(LanguageService).of(uiWords);
  protected readonly input = contentChild(FieldInput);
  protected readonly noteId = nextId('note');

  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** What is wrong with what was typed, as a sentence. */
  readonly fault = input<string>();
  readonly required = input(false);

  readonly describedBy = computed(() =>
    this.hint() === undefined && this.fault() === undefined ? null : this.noteId,
  );
}
