import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/index.ts';
import { FormsModule } from '../forms/index.ts';
import { SignersModule } from '../identity/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { FeeBooks } from './fee-book.service.ts';
import { FeeClosings } from './fee-closing.service.ts';
import { FeeExports } from './fee-export.service.ts';
import { FeeLists } from './fee-lists.service.ts';
import { FeeSummaries } from './fee-summary.service.ts';
import { FeesController } from './fees.controller.ts';

@Module({
  imports: [DatabaseModule, DossiersModule, FormsModule, SignersModule],
  controllers: [FeesController],
  providers: [FeeBooks, FeeClosings, FeeExports, FeeLists, FeeSummaries],
})
export class FeesModule {}
