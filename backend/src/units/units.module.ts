import { Module } from '@nestjs/common';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { Departments } from './departments.service.ts';
import { UnitLocator } from './unit-locator.ts';
import { UnitsController } from './units.controller.ts';
import { Units } from './units.service.ts';

@Module({
  imports: [DatabaseModule],
  controllers: [UnitsController],
  providers: [Departments, UnitLocator, Units],
  exports: [Units],
})
export class UnitsModule {}
