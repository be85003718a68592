import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { uiWords } from '#wording/ui';
import { workWords } from '#wording/work';
import { People } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, type Choice, Combobox, Dialog, Field, FieldInput } from '../ui/index.ts';
import { type ManyAct, returnMethods } from './many-acts.ts';
import { usualBody } from './next-act.ts';

interface Asked {
  readonly act: ManyAct;
  /** Undefined where a filter means them and nobody has counted. */
  readonly count: number | undefined;
}

export interface Ordered {
  readonly act: ManyAct;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The last word before one command goes to many: what, to how many, and whatever it has to be told. */
@Component({
  selector: 'mc-order-dialog',
  imports: [Button, Combobox, Dialog, Field, FieldInput],
  templateUrl: './order-dialog.html',
  styles: `
    form {
      display: grid;
      gap: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrderDialog {
  readonly #people = inject(People);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(workWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly methods = returnMethods;
  protected readonly asked = signal<Asked | undefined>(undefined);
  protected readonly userId = signal<string | undefined>(undefined);
  protected readonly departmentCode = signal<string | undefined>(undefined);
  protected readonly method = signal<string>(returnMethods[0]);
  protected readonly tried = signal(false);
  readonly ordered = output<Ordered>();

  protected readonly users = computed<readonly Choice[]>(() =>
    this.#people.users().map(({ id, displayName, title }) => ({
      value: id,
      label: displayName,
      ...(title !== null && { note: title }),
    })),
  );
  protected readonly departments = computed<readonly Choice[]>(() =>
    this.#people.departments().map(({ code, name }) => ({ value: code, label: name })),
  );

  protected readonly heading = computed(() => {
    const { act, count } = this.asked() ?? {};
    if (act === undefined) return '';
    const words = this.words();
    return count === undefined
      ? words.orderWhole(words.acts[act])
      : words.order(words.acts[act], numberText(count));
  });

  protected readonly isMissing = computed(
    () =>
      this.asked()?.act === 'assign' &&
      this.userId() === undefined &&
      this.departmentCode() === undefined,
  );

  open(asked: Asked): void {
    this.asked.set(asked);
    this.userId.set(undefined);
    this.departmentCode.set(undefined);
    this.method.set(returnMethods[0]);
    this.tried.set(false);
    this.dialog().open();
  }

  protected order(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const act = this.asked()?.act;
    if (act === undefined || this.isMissing()) return;
    this.dialog().close();
    this.ordered.emit({ act, body: this.#bodyOf(act) });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  #bodyOf(act: ManyAct): Readonly<Record<string, unknown>> {
    if (act === 'return') return { method: this.method() };
    if (act !== 'assign') return usualBody(act);
    const [userId, departmentCode] = [this.userId(), this.departmentCode()];
    return {
      ...(userId !== undefined && { userId }),
      ...(departmentCode !== undefined && { departmentCode }),
    };
  }
}
