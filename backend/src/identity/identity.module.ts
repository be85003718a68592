import { Global, Module } from '@nestjs/common';
import { AUTHENTICATOR } from '../platform/auth/ports.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { PasswordHasher } from './password/password-hasher.ts';
import { SecondFactor } from './second-factor/second-factor.service.ts';
import { Authentication } from './session/authentication.service.ts';
import { SessionsController } from './session/sessions.controller.ts';
import { Sessions } from './session/sessions.service.ts';
import { CredentialCheck } from './sign-in/credential-check.ts';
import { Devices } from './sign-in/devices.ts';
import { MeService } from './sign-in/me.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';
import { SignIn } from './sign-in/sign-in.service.ts';
import { Throttle } from './sign-in/throttle.service.ts';
import { UserStore } from './users/user-store.ts';

@Global()
@Module({
  imports: [DatabaseModule],
  controllers: [SignInController, SessionsController],
  providers: [
    Authentication,
    { provide: AUTHENTICATOR, useExisting: Authentication },
    CredentialCheck,
    Devices,
    MeService,
    PasswordHasher,
    SecondFactor,
    Sessions,
    SignIn,
    Throttle,
    UserStore,
  ],
  exports: [AUTHENTICATOR],
})
export class IdentityModule {}
