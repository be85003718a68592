import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import {
  PICTURE_BYTES,
  incidentPicturePath,
  incidentSchema,
  pictureTypes,
  type Incident,
} from '#contract/incidents';
import { incidentWords } from '#wording/incidents';
import { type Answer, ApiClient, Sources } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Toasts } from '../ui/index.ts';

/** What the screen showed when a system did not work: one picture, shown and put right where it belongs. */
@Component({
  selector: 'mc-incident-picture',
  imports: [Button],
  template: `@if (address(); as src) {
      <a [href]="src" download><img loading="lazy" [src]="src" [alt]="shows()" /></a>
    }
    @if (!incident().withdrawn) {
      <p>
        <input #chooser type="file" hidden [accept]="accept" (change)="chosen($event)" />
        <button mcButton small icon="upload" [busy]="busy()" (click)="chooser.click()">
          {{ incident().picture === null ? words().attach : words().replace }}
        </button>
        @if (incident().picture !== null) {
          <button mcButton small icon="close" [disabled]="busy()" (click)="remove()">
            {{ words().remove }}
          </button>
        }
        <span class="muted">{{ words().hint }}</span>
      </p>
    }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s2);
    }

    /* However small a picture is, it can be pressed. */
    a {
      display: grid;
      justify-self: start;
      place-items: center;
      min-width: var(--s6);
      min-height: var(--s6);
    }

    img {
      max-width: 100%;
      max-height: 16rem;
      border: 1px solid var(--rule);
    }

    p {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s3);
      align-items: center;
    }

    .muted {
      color: var(--ink-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IncidentPicture {
  readonly #api = inject(ApiClient);
  readonly #sources = inject(Sources);
  readonly #toasts = inject(Toasts);
  readonly #words = injectWords(incidentWords);
  protected readonly words = computed(() => this.#words().picture);
  protected readonly accept = pictureTypes.join(',');

  readonly incident = input.required<Incident>();
  readonly changed = output<Incident>();

  protected readonly busy = signal(false);
  /** With its seal: another picture has another address, and none is shown in the place of another. */
  protected readonly address = computed(() => {
    const { id, picture } = this.incident();
    return picture === null ? null : `${incidentPicturePath(id)}?v=${picture.sha256.slice(0, 16)}`;
  });
  protected readonly shows = computed(() => {
    const { system, kind } = this.incident();
    return this.words().shows(this.#sources.nameOf(system), this.#words().kinds[kind]);
  });

  protected async chosen(event: Event): Promise<void> {
    const box = event.target as HTMLInputElement;
    const [file] = box.files ?? [];
    if (file === undefined || this.busy()) return;
    const form = new FormData();
    form.set('file', file);
    box.value = '';
    if (file.size > PICTURE_BYTES) this.#toasts.failed(this.words().tooLarge);
    else
      await this.#changed(this.words().attached, this.#api.ask(this.#path(), form, incidentSchema));
  }

  protected async remove(): Promise<void> {
    const gone = this.#api.act({ method: 'DELETE', path: this.#path(), answer: incidentSchema });
    await this.#changed(this.words().removed, gone);
  }

  #path(): string {
    return incidentPicturePath(this.incident().id);
  }

  async #changed(done: string, asked: Promise<Answer<Incident>>): Promise<void> {
    this.busy.set(true);
    const answer = await asked;
    this.busy.set(false);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.changed.emit(answer.value);
    this.#toasts.done(done);
  }
}
