import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  resource,
  viewChild,
} from '@angular/core';
import { NgComponentOutlet } from '@angular/common';
import { RouterOutlet } from '@angular/router';
import { shellWords } from '#wording/shell';
import { Live, OfficeCalendar, OfficeClock, Session, injectLive } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Badge, Button, Dialog, Icon, Kbd } from '../ui/index.ts';
import { AccountMenu } from './account-menu.ts';
import { BELL } from './bell-place.ts';
import { IdleLock } from './idle-lock.ts';
import { Interruption } from './interruption.ts';
import { KeyboardHelp } from './keyboard-help.ts';
import { LanguageSwitch } from './language-switch.ts';
import { LiveSign } from './live-sign.ts';
import { LostNotice } from './lost-notice.ts';
import { Navigation } from './navigation.ts';
import { OfficeTimeSign } from './office-time.ts';
import { Palette } from './palette.ts';
import { injectShortcut } from './shortcuts.ts';

/** What stands around every screen of an officer. */
@Component({
  selector: 'mc-frame',
  imports: [
    ...[AccountMenu, Badge, Button, Dialog, Icon, Interruption, Kbd, KeyboardHelp, LanguageSwitch],
    ...[LiveSign, LostNotice, Navigation, NgComponentOutlet, OfficeTimeSign, Palette, RouterOutlet],
  ],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Frame {
  protected readonly session = inject(Session);
  protected readonly words = injectWords(shellWords);
  /** Fetched when the screen stands: nobody waits for it. */
  protected readonly bell = resource({ loader: inject(BELL) });
  protected readonly palette = viewChild.required(Palette);
  protected readonly help = viewChild.required(KeyboardHelp);
  protected readonly menu = viewChild.required(Dialog);

  constructor() {
    inject(Live).start();
    inject(IdleLock);
    const [clock, calendar] = [inject(OfficeClock), inject(OfficeCalendar)];
    effect(() => {
      const [unit, now] = [this.session.unit(), clock.now()];
      if (unit !== undefined && now !== undefined) void calendar.load(unit.id, now);
    });
    // Whatever is shown counts the time that is left anew, whoever changed it and wherever.
    injectLive((news) => {
      const [unit, now] = [this.session.unit(), clock.now()];
      const isOld = news === 'reset' || news.type === 'calendar';
      if (isOld && unit !== undefined && now !== undefined) void calendar.renew(unit.id, now);
    });
    const keys = computed(() => this.words().keys);
    injectShortcut(
      'Ctrl+k',
      computed(() => keys().palette),
      () => this.openPalette(),
    );
    injectShortcut(
      'Ctrl+l',
      computed(() => keys().lock),
      () => void this.session.lock(),
      { evenInDialog: true },
    );
    injectShortcut(
      '?',
      computed(() => keys().help),
      () => this.help().open(),
    );
  }

  protected openPalette(): void {
    this.palette().open();
  }

  protected openHelp(): void {
    this.help().open();
  }
}
