import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { sessionWords } from '#wording/session';
import { Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { LanguageSwitch } from '../shell/index.ts';
import { Notice, Page } from '../ui/index.ts';
import { Absences } from './absences.ts';
import { Desks } from './desks.ts';
import { NewPassword } from './new-password.ts';
import { OwnPin } from './own-pin.ts';
import { SecondFactor } from './second-factor.ts';
import { SessionList } from './session-list.ts';

/** *Thông tin cá nhân*: who I am here, and how my account is kept safe. */
@Component({
  selector: 'mc-profile',
  imports: [
    ...[Absences, Desks, LanguageSwitch, NewPassword, Notice, OwnPin, Page],
    ...[SecondFactor, SessionList],
  ],
  templateUrl: './profile.page.html',
  styleUrl: './profile.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {
  protected readonly session = inject(Session);
  protected readonly words = injectWords(sessionWords);
  protected readonly places = computed(() =>
    this.session.units().map(({ id, name, roles }) => ({
      id,
      name,
      roles: roles.map((role) => this.words().roles[role]).join(', '),
    })),
  );
}
