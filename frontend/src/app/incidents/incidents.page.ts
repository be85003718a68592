import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import {
  incidentKinds,
  incidentPath,
  incidentSchema,
  incidentTimelinePath,
  incidentsPageSchema,
  incidentsPath,
  timelineFormats,
  type Incident,
  type IncidentKind,
} from '#contract/incidents';
import { formatInstant } from '#domain/working-time';
import { incidentWords } from '#wording/incidents';
import {
  ApiClient,
  type ClientProblem,
  OfficeClock,
  PagedList,
  Session,
  Sources,
  newActKey,
} from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  type Chip,
  Chips,
  Field,
  FieldInput,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
  copyText,
} from '../ui/index.ts';
import { AffectedDossiers } from './affected-dossiers.ts';
import { IncidentPicture } from './incident-picture.ts';
import { type IncidentSpan, type SpanFault, type TypedSpan, spanTyped } from './typed-span.ts';

const UNSAID: TypedSpan = { from: '', to: '' };

/** *Sự cố hệ thống*: two keys when a system stops working, one when it is over. */
@Component({
  selector: 'mc-incidents',
  imports: [
    ...[AffectedDossiers, Badge, Button, Chips, Field, FieldInput, Kbd, Notice],
    ...[IncidentPicture, Page, Waiting],
  ],
  templateUrl: './incidents.page.html',
  styleUrl: './incidents.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IncidentsPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  protected readonly sources = inject(Sources);
  protected readonly words = injectWords(incidentWords);
  protected readonly numberText = numberText;
  protected readonly affected = viewChild.required(AffectedDossiers);

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly list = new PagedList<Incident>((cursor, abort) =>
    this.#api.read(incidentsPath, incidentsPageSchema, {
      query: { unitId: this.#unitId(), cursor },
      abort,
    }),
  );
  protected readonly system = linkedSignal(() => this.sources.known()[0] ?? '');
  protected readonly kind = signal<IncidentKind>('down');
  protected readonly note = signal('');
  protected readonly ends = ['from', 'to'] as const;
  protected readonly typed = signal(UNSAID);
  readonly #fault = signal<SpanFault | undefined>(undefined);
  protected readonly isPast = computed(() => this.typed().from.trim() !== '');
  protected readonly formats = timelineFormats;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly kinds = computed<readonly Chip[]>(() =>
    incidentKinds.map((value) => ({ value, label: this.words().kinds[value] })),
  );

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.list.reload());
    });
    injectShortcut(
      's',
      computed(() => this.words().report.save),
      () => void this.report(),
    );
  }

  protected timelineOf(format: (typeof timelineFormats)[number]): string {
    const unitId = this.#unitId();
    return `${incidentTimelinePath}?format=${format}${unitId === undefined ? '' : `&unitId=${unitId}`}`;
  }

  protected chooseSystem(event: Event): void {
    this.system.set((event.target as HTMLSelectElement).value);
  }

  /** A press on what is chosen chooses nothing else. */
  protected chooseKind(value: string | undefined): void {
    this.kind.update((kind) => incidentKinds.find((each) => each === value) ?? kind);
  }

  protected type(event: Event): void {
    this.note.set((event.target as HTMLInputElement).value);
  }

  protected typeSpan(end: SpanFault, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed.update((typed) => ({ ...typed, [end]: value }));
    this.#fault.set(undefined);
  }

  protected faultOf(end: SpanFault): string | undefined {
    return this.#fault() === end ? this.words().report.wrong[end] : undefined;
  }

  protected async report(event?: Event): Promise<void> {
    event?.preventDefault();
    const body = this.#wanted();
    if (this.busy() || body === undefined) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      ...{ path: incidentsPath, body, answer: incidentSchema, key: newActKey() },
    });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.note.set('');
    this.typed.set(UNSAID);
    this.#toasts.done(this.words().report.saved);
    await this.list.reload();
  }

  protected async end(incident: Incident): Promise<void> {
    const now = this.#clock.now();
    if (now !== undefined) await this.#change(incident, { to: formatInstant(now) });
  }

  protected withdraw(incident: Incident): Promise<void> {
    return this.#change(incident, { withdrawn: true });
  }

  protected spanOf({ from, to }: Incident): string {
    const words = this.words().list;
    return to === null
      ? words.from(readMoment(from))
      : words.span(readMoment(from), readMoment(to));
  }

  protected async copy(incident: Incident): Promise<void> {
    const words = this.words();
    const text = words.sentence({
      system: this.sources.nameOf(incident.system),
      kind: words.kinds[incident.kind],
      span: this.spanOf(incident),
      minutes: numberText(incident.workingMinutes),
      dossiers: numberText(incident.dossiers),
    });
    if (await copyText(this.#document, text, null)) this.#toasts.done(words.list.copied);
    else this.#toasts.failed(words.list.notCopied);
  }

  /** What is to be written down; undefined while something of it cannot be read. */
  #wanted(): object | undefined {
    const now = this.#clock.now();
    if (this.system() === '' || now === undefined) return undefined;
    const read = spanTyped(this.typed(), now);
    this.#fault.set('fault' in read ? read.fault : undefined);
    return 'fault' in read ? undefined : this.#bodyOf(read.span);
  }

  #bodyOf({ from, to }: IncidentSpan): object {
    const [unitId, note] = [this.#unitId(), this.note().trim()];
    return {
      ...{ system: this.system(), kind: this.kind() },
      ...(unitId !== undefined && { unitId }),
      ...(from !== undefined && { from: formatInstant(from) }),
      ...(to !== undefined && { to: formatInstant(to) }),
      ...(note !== '' && { note }),
    };
  }

  async #change(incident: Incident, body: object): Promise<void> {
    const path = incidentPath(incident.id);
    const answer = await this.#api.act({ method: 'PATCH', path, body, answer: incidentSchema });
    if (answer.ok) this.list.replace(answer.value);
    else this.#toasts.failed(answer.problem.title);
  }
}
