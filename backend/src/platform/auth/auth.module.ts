import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { AskedInterceptor } from './asked.interceptor.ts';
import { RouteBook } from './route-book.ts';

/** Stands at every door. Who people are (`AUTHENTICATOR`) and what is kept of denials comes from the nouns. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    RouteBook,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AskedInterceptor },
  ],
  exports: [RouteBook],
})
export class AuthModule {}
