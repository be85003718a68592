import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  model,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Escalation, escalationPageSchema, escalationsPath } from '#contract/alerts';
import { instant, parseInstant } from '#domain/working-time';
import { alertWords } from '#wording/alerts';
import { actWords } from '#wording/dossiers';
import { noticeWords } from '#wording/notices';
import { steeringWords } from '#wording/steering';
import { AlertActs, AlertDialog, type Told } from '../alerts/index.ts';
import { ApiClient, type ClientProblem, PagedList, People, Session } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, momentText, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, Kbd, Notice, Toasts, Waiting } from '../ui/index.ts';

const PAGE = 10;

/** One of which something came to whoever looks. */
type Mine = Escalation & { readonly mine: NonNullable<Escalation['mine']> };

/** Only whoever was told acts upon it, and what is acknowledged needs nothing more. */
const waits = ({ mine }: Escalation): boolean => mine !== null && mine.status !== 'acknowledged';

/** What has climbed to a leader, what its holder said before, and dealing with it on the spot. */
@Component({
  selector: 'mc-escalation-list',
  imports: [AlertDialog, Badge, Button, Kbd, Notice, RouterLink, Waiting],
  templateUrl: './escalation-list.html',
  styleUrl: './escalation-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EscalationList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  readonly #toasts = inject(Toasts);
  readonly #deeds = inject(AlertActs);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #acts = injectWords(actWords);
  readonly #notices = injectWords(noticeWords);
  protected readonly words = injectWords(steeringWords);
  protected readonly alertWords = injectWords(alertWords);
  protected readonly place = DOSSIER_PLACE;
  protected readonly readMoment = readMoment;
  protected readonly waits = waits;
  protected readonly dialog = viewChild.required(AlertDialog);
  /** Moves on whenever an alert has changed. */
  readonly turn = input.required<number>();
  readonly activeId = model<string>();

  readonly list = new PagedList<Escalation>((cursor, abort) =>
    this.#api.read(escalationsPath, escalationPageSchema, {
      query: { unitId: this.#session.unit()?.id, limit: PAGE, cursor },
      abort,
    }),
  );
  readonly active = computed(() => this.list.items().find(({ id }) => id === this.activeId()));

  constructor() {
    effect(() => {
      this.turn();
      this.#session.unit();
      untracked(() => void this.list.reload());
    });
  }

  /** To the next one or the one before, keyboard and all. */
  step(by: number): void {
    const items = this.list.items();
    const at = items.findIndex(({ id }) => id === this.activeId());
    const next = Math.max(0, Math.min(items.length - 1, at + by));
    this.activeId.set(items[next]?.id);
    this.#host.nativeElement.querySelectorAll<HTMLElement>('li')[next]?.focus();
  }

  /** About the one where one stands, else about the first that waits. */
  begin(act: 'acknowledge' | 'snooze'): void {
    const stood = this.active();
    const item = stood !== undefined && waits(stood) ? stood : this.list.items().find(waits);
    if (item === undefined) {
      this.#toasts.news(this.words().noneForMe);
      return;
    }
    this.activeId.set(item.id);
    const about = this.sentenceOf(item);
    if (act === 'acknowledge') this.dialog().open({ act, count: 1, about });
    else this.dialog().open({ act, about });
  }

  protected async carryOut(told: Told): Promise<void> {
    const item = this.active();
    if (item === undefined || item.mine === null) return;
    const own = { ...item, mine: item.mine };
    if (told.act === 'acknowledge') await this.#acknowledge(own, told.text);
    else if (told.act === 'snooze') await this.#snooze(own, told);
  }

  protected sentenceOf({ kind, dossierCode, subject, dueAt }: Escalation): string {
    const facts = { code: dossierCode ?? '', subject: subject.id };
    return this.#notices().kinds[kind]({ ...facts, dueAt: parseInstant(dueAt) ?? instant(0) });
  }

  protected climbOf({ level, raisedAt }: Escalation): string {
    return this.words().climbedTo(this.words().levels[level], readMoment(raisedAt));
  }

  protected holderOf({ holder }: Escalation): string | undefined {
    const name =
      this.#people.nameOf(holder?.userId ?? undefined) ??
      this.#people.departmentOf(holder?.departmentCode ?? undefined);
    return name && this.words().heldBy(name);
  }

  protected answerOf({ answer }: Escalation): string | undefined {
    if (answer === null) return undefined;
    const kind = this.#acts().difficulties[answer.kind] ?? answer.kind;
    const name = this.#people.nameOf(answer.by) ?? this.words().someone;
    return this.words().answered(kind, name, readMoment(answer.at));
  }

  async #acknowledge(item: Mine, reason: string): Promise<void> {
    const { problem } = await this.#deeds.acknowledge([item.mine.id], reason);
    if (problem !== undefined) {
      this.#refuse(problem);
      return;
    }
    this.list.replace({ ...item, mine: { ...item.mine, status: 'acknowledged' } });
    this.#toasts.done(this.alertWords().acknowledged(numberText(1)));
  }

  async #snooze(item: Mine, told: Told & { readonly act: 'snooze' }): Promise<void> {
    const answer = await this.#deeds.snooze(item.mine.id, told.until, told.text);
    if (!answer.ok) {
      this.#refuse(answer.problem);
      return;
    }
    const { status, snoozedUntil } = answer.value;
    this.list.replace({ ...item, mine: { ...item.mine, status, snoozedUntil } });
    this.#toasts.done(this.alertWords().snoozed(momentText(told.until)));
  }

  /** Somebody else, or the work itself, may have settled it meanwhile: then it stands here no more. */
  #refuse({ title, detail }: ClientProblem): void {
    this.#toasts.failed(`${title}. ${detail}`);
    void this.list.reload();
  }
}
