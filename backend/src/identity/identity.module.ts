import { Global, Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { AUTHENTICATOR } from '../platform/auth/ports.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { AbsenceLocator } from './absences/absence-locator.ts';
import { AbsencesController } from './absences/absences.controller.ts';
import { Absences } from './absences/absences.service.ts';
import { ApiKeyLocator } from './api-keys/api-key-locator.ts';
import { ApiKeysController } from './api-keys/api-keys.controller.ts';
import { ApiKeys } from './api-keys/api-keys.service.ts';
import { DeskLocator } from './desk/desk-locator.ts';
import { DesksController } from './desk/desks.controller.ts';
import { Desks } from './desk/desks.service.ts';
import { PinCheck } from './desk/pin-check.service.ts';
import { Pins } from './desk/pins.service.ts';
import { ScreenLock } from './desk/screen-lock.service.ts';
import { ScreenController } from './desk/screen.controller.ts';
import { OwnAccountController } from './own-account/own-account.controller.ts';
import { OwnAccount } from './own-account/own-account.service.ts';
import { OwnPassword } from './own-account/own-password.service.ts';
import { NewPasswords } from './password/new-passwords.ts';
import { PasswordHasher } from './password/password-hasher.ts';
import { SecondFactor } from './second-factor/second-factor.service.ts';
import { Authentication } from './session/authentication.service.ts';
import { OfficeHours } from './session/office-hours.ts';
import { Screens } from './session/screens.service.ts';
import { SessionsController } from './session/sessions.controller.ts';
import { Sessions } from './session/sessions.service.ts';
import { FirstAdministrator } from './setup/first-administrator.service.ts';
import { SetupAnnouncer } from './setup/setup-announcer.service.ts';
import { SetupController } from './setup/setup.controller.ts';
import { CredentialCheck } from './sign-in/credential-check.ts';
import { DevicesController } from './sign-in/devices.controller.ts';
import { Devices } from './sign-in/devices.ts';
import { MeService } from './sign-in/me.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';
import { SignIn } from './sign-in/sign-in.service.ts';
import { Throttle } from './sign-in/throttle.service.ts';
import { TidyUpJob, tidyUp } from './sign-in/tidy-up.job.ts';
import { HoldingBook } from './users/holdings.service.ts';
import { PeopleLists } from './users/people-lists.service.ts';
import { ResetLinks } from './users/reset-links.service.ts';
import { UserChanging } from './users/user-changes.service.ts';
import { UserLocator } from './users/user-locator.ts';
import { UserStore } from './users/user-store.ts';
import { UsersController } from './users/users.controller.ts';
import { Users } from './users/users.service.ts';

const signIn = [Authentication, CredentialCheck, Devices, MeService, Sessions, SignIn, Throttle];
const passwords = [NewPasswords, OwnAccount, OwnPassword, PasswordHasher, SecondFactor];
const accounts = [
  HoldingBook,
  PeopleLists,
  ResetLinks,
  UserChanging,
  UserLocator,
  UserStore,
  Users,
];
const people = [AbsenceLocator, Absences, ...accounts];
const keys = [ApiKeyLocator, ApiKeys];
const screens = [DeskLocator, Desks, OfficeHours, PinCheck, Pins, ScreenLock, Screens];
const setup = [FirstAdministrator, SetupAnnouncer];

@Global()
@Module({
  imports: [DatabaseModule, CalendarsModule, DeclaresJobs.of(tidyUp)],
  controllers: [
    SignInController,
    SessionsController,
    DevicesController,
    ScreenController,
    DesksController,
    OwnAccountController,
    UsersController,
    AbsencesController,
    ApiKeysController,
    SetupController,
  ],
  providers: [
    ...signIn,
    ...passwords,
    ...people,
    ...keys,
    ...screens,
    ...setup,
    TidyUpJob,
    { provide: AUTHENTICATOR, useExisting: Authentication },
  ],
  exports: [AUTHENTICATOR, FirstAdministrator, PasswordHasher, PeopleLists],
})
export class IdentityModule {}
