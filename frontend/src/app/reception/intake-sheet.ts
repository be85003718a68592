import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type DossierItem, foreignCode } from '#contract/dossiers';
import { formatInstant } from '#domain/working-time';
import { receptionWords } from '#wording/reception';
import { type ClientProblem, OfficeCalendar } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput, Icon } from '../ui/index.ts';
import { ActKeyFor } from './act-key-for.ts';
import { typedDue } from './receipt-draft.ts';

export type IntakeKind = 'accept' | 'request-supplement';

type Send = (
  row: DossierItem,
  command: IntakeKind,
  body: object,
  key: string,
) => Promise<ClientProblem | undefined>;

const nothing = { officialCode: '', declaredDue: '', items: '', reason: '', respondBy: '' };
type Typed = typeof nothing;

/** What is told with an acceptance, or asked for with a supplement. It stays open until it is done. */
@Component({
  selector: 'mc-intake-sheet',
  imports: [Button, Dialog, Field, FieldInput, Icon],
  templateUrl: './intake-sheet.html',
  styleUrl: './intake-sheet.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IntakeSheet {
  readonly #calendar = inject(OfficeCalendar).current;
  readonly #all = injectWords(receptionWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = computed(() => this.#all().waiting);

  readonly row = input.required<DossierItem>();
  readonly kind = input.required<IntakeKind>();
  readonly send = input.required<Send>();
  readonly closed = output();

  protected readonly typed = signal<Typed>(nothing);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  readonly #keys = new ActKeyFor();

  protected readonly heading = computed(() => {
    const { officialCode, code } = this.row();
    const { acceptHeading, supplementHeading } = this.words();
    const say = this.kind() === 'accept' ? acceptHeading : supplementHeading;
    return say(officialCode ?? code);
  });

  protected readonly faults = computed<Readonly<Partial<Record<keyof Typed, string>>>>(() => {
    const { officialCodeWrong, momentWrong } = this.#all();
    const { itemsMissing, reasonMissing } = this.words();
    const { officialCode, declaredDue, respondBy, items, reason } = this.typed();
    if (this.kind() === 'request-supplement') {
      return {
        ...(items.trim() === '' && { items: itemsMissing }),
        ...(reason.trim() === '' && { reason: reasonMissing }),
        ...(this.#isUnread(respondBy) && { respondBy: momentWrong }),
      };
    }
    const isCode = officialCode.trim() === '' || foreignCode.safeParse(officialCode.trim()).success;
    return {
      ...(!isCode && { officialCode: officialCodeWrong }),
      ...(this.#isUnread(declaredDue) && { declaredDue: momentWrong }),
    };
  });
  protected readonly shownFaults = computed(() => (this.tried() ? this.faults() : {}));

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  protected set(changes: Partial<Typed>): void {
    this.typed.update((typed) => ({ ...typed, ...changes }));
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || Object.keys(this.faults()).length > 0) return;
    this.busy.set(true);
    const body = this.#body();
    const problem = await this.send()(this.row(), this.kind(), body, this.#keys.of(body));
    this.busy.set(false);
    this.problem.set(problem);
    if (problem === undefined) this.dialog().close();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  #isUnread(typed: string): boolean {
    return typed.trim() !== '' && typedDue(typed, this.#calendar()) === undefined;
  }

  #body(): object {
    const { officialCode, declaredDue, respondBy, items, reason } = this.typed();
    if (this.kind() === 'accept') {
      return {
        ...(officialCode.trim() !== '' && { officialCode: officialCode.trim() }),
        ...this.#moment('declaredDueAt', declaredDue),
      };
    }
    const asked = { items: items.trim(), reason: reason.trim() };
    return { ...asked, ...this.#moment('respondBy', respondBy) };
  }

  #moment(name: string, typed: string): object {
    const at = typedDue(typed, this.#calendar());
    return at === undefined ? {} : { [name]: formatInstant(at) };
  }
}
