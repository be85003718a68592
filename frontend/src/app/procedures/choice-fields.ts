import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { procedureWords } from '#wording/procedures';
import { injectWords } from '../language/index.ts';
import { Field, FieldInput } from '../ui/index.ts';
import { CHOICES, type ChoiceName, type TypedProcedure } from './typed-procedure.ts';

/** What a version says by choosing one of a few: its online level, and how its clock runs. */
@Component({
  selector: 'mc-choice-fields',
  imports: [Field, FieldInput],
  template: `@for (each of fields(); track each.name) {
    <mc-field [label]="each.label">
      <select mcInput (change)="choose(each.name, $event)">
        @for (option of each.options; track option[0]) {
          <option [value]="option[0]" [selected]="option[0] === each.chosen">
            {{ option[1] }}
          </option>
        }
      </select>
    </mc-field>
  }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--s3);
    }

    mc-field {
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceFields {
  protected readonly words = injectWords(procedureWords);

  readonly typed = input.required<TypedProcedure>();
  readonly changed = output<Partial<TypedProcedure>>();

  protected readonly fields = computed(() => {
    const { members, authorities, levels, supplements, starts } = this.words();
    const texts = {
      ...{ authority: authorities, onlineLevel: levels },
      ...{ onSupplement: supplements, clockStart: starts },
    } satisfies Record<ChoiceName, Readonly<Record<string, string>>>;
    return CHOICES.map((name) => ({
      ...{ name, label: members[name], chosen: this.typed()[name] },
      options: Object.entries(texts[name]),
    }));
  });

  protected choose(name: ChoiceName, event: Event): void {
    this.changed.emit({ [name]: (event.target as HTMLSelectElement).value });
  }
}
