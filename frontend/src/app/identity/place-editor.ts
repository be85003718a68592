import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { Department } from '#contract/units';
import type { Role } from '#domain/dossier';
import { identityWords } from '#wording/identity';
import { sessionWords } from '#wording/session';
import { injectWords } from '../language/index.ts';
import { Field, FieldInput } from '../ui/index.ts';

/** Where somebody works and as what; an empty department is none. */
export interface Place {
  readonly departmentCode: string;
  readonly roles: readonly Role[];
}

/** One place of work: the department, and each role with what it lets somebody do. */
@Component({
  selector: 'mc-place-editor',
  imports: [Field, FieldInput],
  template: `<mc-field [label]="words().form.department">
      <select mcInput #department (change)="settle(department.value)">
        <option value="" [selected]="place().departmentCode === ''">
          {{ words().form.noDepartment }}
        </option>
        @for (each of departments(); track each.code) {
          <option [value]="each.code" [selected]="each.code === place().departmentCode">
            {{ each.name }}
          </option>
        }
      </select>
    </mc-field>
    <fieldset>
      <legend>{{ words().form.roles }}</legend>
      @for (role of roles(); track role) {
        <label>
          <input type="checkbox" [checked]="place().roles.includes(role)" (change)="toggle(role)" />
          <span>
            <b>{{ session().roles[role] }}</b>
            <small>{{ words().duties[role] }}</small>
          </span>
        </label>
      }
    </fieldset>`,
  styleUrl: './place-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceEditor {
  protected readonly words = injectWords(identityWords);
  protected readonly session = injectWords(sessionWords);
  readonly place = model.required<Place>();
  readonly departments = input.required<readonly Department[]>();
  readonly isCity = input(false);

  protected readonly roles = computed<readonly Role[]>(() => {
    const all = Object.keys(this.words().duties) as Role[];
    return all.filter((role) => role !== 'cityReader' || this.isCity());
  });

  protected settle(departmentCode: string): void {
    this.place.update((place) => ({ ...place, departmentCode }));
  }

  protected toggle(role: Role): void {
    this.place.update(({ roles, ...place }) => ({
      ...place,
      roles: roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role],
    }));
  }
}
