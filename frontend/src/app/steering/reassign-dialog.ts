import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type DossierAnswer, dossierAnswerSchema, dossiersPath } from '#contract/dossiers';
import type { Steering, SteeringItem } from '#contract/steering';
import { steeringWords } from '#wording/steering';
import { type Answer, ApiClient, People, Session, newActKey } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Badge, Dialog, Kbd, Notice, Toasts } from '../ui/index.ts';
import { type Candidate, type Holder, candidatesFor, handBack } from './colleagues.ts';

/** Handing a dossier to somebody else: one key opens it, the next says to whom. */
@Component({
  selector: 'mc-reassign-dialog',
  imports: [Badge, Dialog, Kbd, Notice],
  templateUrl: './reassign-dialog.html',
  styleUrl: './reassign-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'press($event)' },
})
export class ReassignDialog {
  readonly #api = inject(ApiClient);
  readonly #people = inject(People);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(steeringWords);
  protected readonly numberText = numberText;
  protected readonly asked = signal<SteeringItem | undefined>(undefined);
  readonly #isBusy = signal(false);
  readonly board = input.required<Steering>();
  readonly done = output();

  protected readonly heading = computed(() => {
    const item = this.asked();
    return item === undefined ? '' : this.words().reassignHeading(codeOf(item));
  });
  protected readonly candidates = computed(() => {
    const [item, unitId] = [this.asked(), this.#session.unit()?.id];
    if (item === undefined || unitId === undefined) return [];
    return candidatesFor({ board: this.board(), unitId, users: this.#people.users(), item });
  });

  open(item: SteeringItem): void {
    this.asked.set(item);
    this.dialog().open();
  }

  protected departmentOf({ departmentCode }: Candidate): string | undefined {
    return this.#people.departmentOf(departmentCode);
  }

  protected press(event: KeyboardEvent): void {
    const chosen = this.candidates()[Number(event.key) - 1];
    if (!/^[1-9]$/.test(event.key) || chosen === undefined) return;
    event.preventDefault();
    void this.hand(chosen);
  }

  protected async hand(to: Candidate): Promise<void> {
    const item = this.asked();
    if (item === undefined || this.#isBusy()) return;
    this.#isBusy.set(true);
    const answer = await this.#assign(item, to);
    this.#isBusy.set(false);
    this.dialog().close();
    if (answer.ok) this.#offerBack(item, to.name, answer.value.version);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    this.done.emit();
  }

  /** Whoever held it before may have it back, unless nobody did. */
  #offerBack(item: SteeringItem, name: string, version: number): void {
    const words = this.words();
    const before = handBack(item);
    const carryOut = (): void => void this.#takeBack(item, { ...before, version });
    const act = before === undefined ? undefined : { label: words.takeBack, carryOut };
    this.#toasts.done(words.reassigned(codeOf(item), name), act);
  }

  async #takeBack(item: SteeringItem, to: Holder & Pick<SteeringItem, 'version'>): Promise<void> {
    const answer = await this.#assign({ id: item.id, version: to.version }, to);
    if (answer.ok) this.#toasts.done(this.words().takenBack(codeOf(item)));
    else this.#toasts.failed(answer.problem.detail);
    this.done.emit();
  }

  #assign(
    { id, version }: Pick<SteeringItem, 'id' | 'version'>,
    { userId, departmentCode }: Holder,
  ): Promise<Answer<DossierAnswer>> {
    return this.#api.act({
      path: `${dossiersPath}/${id}/assign`,
      body: { ...(userId && { userId }), ...(departmentCode && { departmentCode }) },
      ...{ answer: dossierAnswerSchema, version, key: newActKey() },
    });
  }
}

const codeOf = ({ officialCode, code }: SteeringItem): string => officialCode ?? code;
