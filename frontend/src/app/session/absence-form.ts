import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  signal,
} from '@angular/core';
import { absenceSchema, absencesPath } from '#contract/identity';
import { formatInstant } from '#domain/working-time';
import { sessionWords } from '#wording/session';
import {
  ApiClient,
  type ClientProblem,
  OfficeClock,
  People,
  Session,
  newActKey,
} from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Combobox, Field, FieldInput, type PeriodFault, periodTyped } from '../ui/index.ts';

type Place = PeriodFault | 'substitute' | 'whole';
type Faults = Readonly<Partial<Record<Place, string>>>;

const PLACES: Readonly<Record<string, Place>> = { to: 'to', substituteId: 'substitute' };
const placeOf = ({ errors }: ClientProblem): Place => PLACES[errors?.[0]?.path ?? ''] ?? 'whole';

/** From when until when, and who stands in: for oneself, and for whoever one looks after. */
@Component({
  selector: 'mc-absence-form',
  imports: [Button, Combobox, Field, FieldInput],
  templateUrl: './absence-form.html',
  styleUrl: './part.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AbsenceForm {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  readonly #people = inject(People);
  protected readonly words = injectWords(sessionWords);
  readonly added = output();

  protected readonly who = signal<string | undefined>(undefined);
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly substitute = signal<string | undefined>(undefined);
  readonly #fault = signal<PeriodFault | undefined>(undefined);
  readonly #problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  #key = newActKey();

  protected readonly mayPlan = computed(() => this.#session.may('absences.write'));

  readonly #colleagues = computed(() => {
    const me = this.#session.me()?.user.id;
    const working = this.#people.users().filter(({ id, disabled }) => id !== me && !disabled);
    return working.map(({ id, displayName, title }) => ({
      ...{ value: id, label: displayName },
      ...(title !== null && { note: title }),
    }));
  });
  protected readonly away = this.#colleagues;
  protected readonly substitutes = computed(() =>
    this.#colleagues().filter(({ value }) => value !== this.who()),
  );

  /** What is wrong, beside the field in which it is. */
  protected readonly faults = computed<Faults>(() => {
    const [fault, problem] = [this.#fault(), this.#problem()];
    return {
      ...(problem !== undefined && { [placeOf(problem)]: problem.detail }),
      ...(fault !== undefined && { [fault]: this.words().absences.unread }),
    };
  });

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const now = this.#clock.now();
    if (now === undefined) return;
    const typed = periodTyped({ from: this.from(), to: this.to() }, now);
    this.#fault.set('fault' in typed ? typed.fault : undefined);
    this.#problem.set(undefined);
    if ('fault' in typed) return;
    const { from, to } = typed.period;
    const userId = this.who();
    await this.#send({
      unitId: this.#session.unit()?.id,
      ...(userId !== undefined && { userId }),
      substituteId: this.substitute() ?? null,
      ...(from !== undefined && { from: formatInstant(from) }),
      to: formatInstant(to),
    });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  async #send(body: object): Promise<void> {
    this.busy.set(true);
    const act = { path: absencesPath, body, answer: absenceSchema, key: this.#key };
    const answer = await this.#api.act(act);
    this.busy.set(false);
    // Another attempt after a refusal is another act.
    if (answer.ok || answer.problem.code !== 'offline') this.#key = newActKey();
    if (!answer.ok) {
      this.#problem.set(answer.problem);
      return;
    }
    for (const typed of [this.from, this.to]) typed.set('');
    for (const chosen of [this.who, this.substitute]) chosen.set(undefined);
    this.added.emit();
  }
}
