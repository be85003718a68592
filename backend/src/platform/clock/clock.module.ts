import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.ts';
import { CLOCK } from './clock.ts';
import { ClockKeeper } from './clock-keeper.service.ts';
import { ClockStore } from './clock-store.ts';
import { OfficeClock } from './office-clock.ts';

@Global()
@Module({
  imports: [DatabaseModule],
  providers: [{ provide: CLOCK, useClass: OfficeClock }, ClockStore, ClockKeeper],
  exports: [CLOCK, ClockKeeper],
})
export class ClockModule {}
