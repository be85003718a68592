import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  type Department,
  departmentCode,
  departmentSchema,
  departmentsPath,
} from '#contract/units';
import { uiWords } from '#wording/ui';
import { unitWords } from '#wording/units';
import { type Act, ApiClient, type ClientProblem, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput, Toasts } from '../ui/index.ts';
import { codeFor } from './department-lines.ts';

/** A department added, or renamed. */
@Component({
  selector: 'mc-department-dialog',
  imports: [Button, Dialog, Field, FieldInput],
  templateUrl: './department-dialog.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DepartmentDialog {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(unitWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly saved = output<Department>();

  protected readonly department = signal<Department | undefined>(undefined);
  protected readonly name = signal('');
  protected readonly code = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);

  protected readonly suggestion = computed(() => codeFor(this.name()));
  readonly #code = computed(() => (this.code() === '' ? this.suggestion() : this.code()));
  protected readonly heading = computed(() => {
    const { departments } = this.words();
    const known = this.department();
    return known === undefined ? departments.add : departments.renaming(known.name);
  });
  protected readonly faults = computed(() => {
    const { departments } = this.words();
    const isCode =
      this.department() !== undefined || departmentCode.safeParse(this.#code()).success;
    return {
      name: this.name().trim() === '' ? departments.nameMissing : undefined,
      code: isCode ? undefined : departments.codeMissing,
    };
  });

  open(department?: Department): void {
    this.department.set(department);
    this.name.set(department?.name ?? '');
    this.code.set('');
    this.tried.set(false);
    this.problem.set(undefined);
    this.dialog().open();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const isFaulty = Object.values(this.faults()).some((fault) => fault !== undefined);
    const unitId = this.#session.unit()?.id;
    if (this.busy() || unitId === undefined || isFaulty) return;
    this.busy.set(true);
    const answer = await this.#api.act({ ...this.#act(unitId), answer: departmentSchema });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.dialog().close();
    this.#toasts.done(this.words().departments.saved(answer.value.name));
    this.saved.emit(answer.value);
  }

  #act(unitId: number): Omit<Act<typeof departmentSchema>, 'answer'> {
    const [known, name] = [this.department(), this.name().trim()];
    return known === undefined
      ? { path: departmentsPath, key: newActKey(), body: { unitId, code: this.#code(), name } }
      : {
          ...{ method: 'PATCH', path: `${departmentsPath}/${known.code}` },
          body: { unitId, name },
        };
  }
}
