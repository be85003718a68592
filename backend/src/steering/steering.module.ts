import { Module } from '@nestjs/common';
import { DossierStoreModule, DossiersModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { BoardService } from './board.service.ts';
import { CellCounts } from './cell-counts.service.ts';
import { CellList } from './cell-list.service.ts';
import { RowBook } from './row-book.service.ts';
import { SteeringController } from './steering.controller.ts';
import { TrendService } from './trend.service.ts';

@Module({
  imports: [DatabaseModule, DossiersModule, DossierStoreModule],
  controllers: [SteeringController],
  providers: [BoardService, CellCounts, CellList, RowBook, TrendService],
  exports: [CellCounts, RowBook],
})
export class SteeringModule {}
