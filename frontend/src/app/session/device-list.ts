import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { type Device, devicePageSchema, myDevicesPath } from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, problemOf } from '../api/index.ts';
import { dateText, injectWords, readMoment } from '../language/index.ts';
import { Badge, Button, Notice, Toasts, Waiting } from '../ui/index.ts';
import { deviceName } from './device-name.ts';

/** Browsers in which one is asked for no code, each to be forgotten. */
@Component({
  selector: 'mc-device-list',
  imports: [Badge, Button, Notice, Waiting],
  templateUrl: './device-list.html',
  styleUrl: './session-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeviceList {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(sessionWords);
  protected readonly problemOf = problemOf;

  protected readonly devices = resource({
    loader: ({ abortSignal: abort }) => this.#api.read(myDevicesPath, devicePageSchema, { abort }),
  });

  protected nameOf({ userAgent }: Device): string {
    return deviceName(userAgent) ?? this.words().profile.unknownDevice;
  }

  protected periodOf({ rememberedAt, expiresAt }: Device): string {
    const [from, to] = [readMoment(rememberedAt, dateText), readMoment(expiresAt, dateText)];
    return this.words().profile.rememberedUntil(from, to);
  }

  protected async forget({ id }: Device): Promise<void> {
    const answer = await this.#api.act({ method: 'DELETE', path: `${myDevicesPath}/${id}` });
    if (answer.ok) this.#toasts.done(this.words().profile.forgotten);
    else this.#toasts.failed(answer.problem.detail);
    this.devices.reload();
  }
}
