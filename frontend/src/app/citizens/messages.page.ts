import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import * as z from 'zod';
import {
  type CitizenMessages,
  citizenMessagesSchema,
  unitChangesSchema,
  unitsPath,
} from '#contract/units';
import { LONGEST_TEXT, MESSAGE_KINDS, PLACEHOLDERS, type MessageKind } from '#domain/citizen';
import { citizenTexts, citizenWords } from '#wording/citizens';
import { ApiClient, OfficeClock, Session, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { GatewayPanel } from './gateway-panel.ts';
import { faultOf, partsOf, previewOf } from './text-preview.ts';

const MOST = 500;

/** Of a unit only what is looked at here: what else it has set is other screens' matter. */
const communeSchema = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.string(),
  settings: z.object({ citizenMessages: citizenMessagesSchema }),
});
const communesSchema = z.object({ items: z.array(communeSchema) });

/** *Tin nhắn cho công dân*: which messages there are, what they say, and by which gateway they leave. */
@Component({
  selector: 'mc-citizen-messages',
  imports: [Button, Field, FieldInput, GatewayPanel, Notice, Page, Waiting],
  templateUrl: './messages.page.html',
  styleUrl: './messages.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessagesPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #clock = inject(OfficeClock);
  protected readonly words = injectWords(citizenWords);
  protected readonly kinds = MESSAGE_KINDS;
  protected readonly longest = LONGEST_TEXT;
  protected readonly places = Object.values(PLACEHOLDERS).map((name) => `{${name}}`);
  protected readonly busy = signal(false);

  protected readonly told = resource({
    params: () => this.#session.unit()?.id,
    loader: ({ abortSignal: abort }) =>
      this.#api.read(unitsPath, communesSchema, { query: { limit: MOST }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  /** Whoever administers a city sets the texts of each of its communes. */
  protected readonly communes = computed(() =>
    this.told.hasValue() ? this.told.value().items.filter(({ kind }) => kind === 'commune') : [],
  );
  readonly #chosenId = signal<number | undefined>(undefined);
  protected readonly unit = computed(() => {
    const wanted = this.#chosenId() ?? this.#session.unit()?.id;
    return this.communes().find(({ id }) => id === wanted) ?? this.communes()[0];
  });

  /** What is being set: until the first change what is in force. */
  protected readonly draft = linkedSignal<CitizenMessages | undefined>(
    () => this.unit()?.settings.citizenMessages,
  );
  protected readonly lines = computed(() => {
    const [draft, unit] = [this.draft(), this.unit()];
    if (draft === undefined || unit === undefined) return [];
    const now = this.#clock.now();
    return MESSAGE_KINDS.map((kind) => {
      const text = draft.texts[kind] ?? citizenTexts.templates[kind];
      const preview = previewOf(kind, text, { unit: unit.name, place: draft.place, now });
      const fault = faultOf(kind, text, this.words());
      return {
        ...{ kind, text, preview, fault, isOn: draft.kinds.includes(kind) },
        isOwn: draft.texts[kind] !== undefined,
        length: this.words().settings.length(preview.length, partsOf(preview)),
      };
    });
  });
  protected readonly isSavable = computed(() =>
    this.lines().every(({ fault }) => fault === undefined),
  );

  protected chooseUnit(event: Event): void {
    this.#chosenId.set(Number((event.target as HTMLSelectElement).value));
  }

  protected turn(kind: MessageKind, event: Event): void {
    const isOn = (event.target as HTMLInputElement).checked;
    this.#change(({ kinds }) => ({
      kinds: MESSAGE_KINDS.filter((each) => (each === kind ? isOn : kinds.includes(each))),
    }));
  }

  protected write(kind: MessageKind, event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value;
    this.#change(({ texts }) => ({ texts: { ...texts, [kind]: text } }));
  }

  protected useStandard(kind: MessageKind): void {
    this.#change(({ texts }) => ({
      texts: Object.fromEntries(Object.entries(texts).filter(([each]) => each !== kind)),
    }));
  }

  protected setPlace(event: Event): void {
    const place = (event.target as HTMLInputElement).value;
    this.#change(() => ({ place: place.trim() === '' ? null : place }));
  }

  protected setImported(event: Event): void {
    const importedToo = (event.target as HTMLInputElement).checked;
    this.#change(() => ({ importedToo }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [draft, id] = [this.draft(), this.unit()?.id];
    if (draft === undefined || id === undefined || this.busy() || !this.isSavable()) return;
    this.busy.set(true);
    const body = unitChangesSchema.parse({ settings: { citizenMessages: draft } });
    const path = `${unitsPath}/${id}`;
    const answer = await this.#api.act({ path, method: 'PATCH', body, answer: communeSchema });
    this.busy.set(false);
    if (answer.ok) {
      this.#toasts.done(this.words().settings.saved);
      this.told.reload();
    } else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
  }

  #change(by: (draft: CitizenMessages) => Partial<CitizenMessages>): void {
    this.draft.update((draft) => draft && { ...draft, ...by(draft) });
  }
}
