import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { notificationWishSchema, notificationsPath } from '#contract/alerts';
import { contactPath, contactSchema } from '#contract/deliveries';
import { alertWords } from '#wording/alerts';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Notice, Page, Waiting } from '../ui/index.ts';
import { ALERTS_PLACE } from './alerts-place.ts';
import { ContactForm } from './contact-form.ts';
import { DeskNotices } from './desk-notices.ts';
import { WishForm } from './wish-form.ts';

/** *Cách nhận cảnh báo*: how somebody wants to be reached, and where. */
@Component({
  selector: 'mc-notifications',
  imports: [Button, ContactForm, Notice, Page, RouterLink, Waiting, WishForm],
  templateUrl: './notifications.page.html',
  styleUrl: './notifications.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationsPage {
  readonly #api = inject(ApiClient);
  protected readonly notices = inject(DeskNotices);
  readonly #all = injectWords(alertWords);
  protected readonly words = computed(() => this.#all().wishes);
  protected readonly alertsPath = `/${ALERTS_PLACE}`;
  protected readonly problemOf = problemOf;

  protected readonly wish = resource({
    loader: ({ abortSignal: abort }) =>
      this.#api.read(notificationsPath, notificationWishSchema, { abort }),
  });
  protected readonly contact = resource({
    loader: ({ abortSignal: abort }) => this.#api.read(contactPath, contactSchema, { abort }),
  });

  protected tryOne(): void {
    this.notices.tryOne(this.words().title, this.words().testText);
  }
}
