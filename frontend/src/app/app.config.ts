import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { loadBell } from './alerts/index.ts';
import { Session } from './api/index.ts';
import { LanguageService } from './language/index.ts';
import { screens } from './screens.ts';
import { signInPage } from './session/index.ts';
import { BELL, SCREENS, routesFor } from './shell/index.ts';

/** Language and person are known before the first screen is drawn: it never has to change its mind. */
const begin = async (): Promise<void> => {
  const [language, session] = [inject(LanguageService), inject(Session)];
  await Promise.all([language.restore(), session.resume()]);
};

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    { provide: SCREENS, useValue: screens },
    { provide: BELL, useValue: loadBell },
    provideRouter(routesFor(screens, signInPage), withComponentInputBinding()),
    provideAppInitializer(begin),
  ],
};
