import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { DossierStoreModule, DossiersModule } from '../dossiers/index.ts';
import { JobsModule } from '../jobs/index.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { BroughtLists } from './brought-lists.service.ts';
import { Checker } from './checker.service.ts';
import { Committer } from './committer.service.ts';
import { Eraser } from './eraser.service.ts';
import { checkImport, commitImport, eraseImports, undoImport } from './import-jobs.ts';
import { ImportSteps } from './import-steps.service.ts';
import { ImportStore } from './import-store.ts';
import { CheckImportJob, CommitImportJob, EraseImportsJob, UndoImportJob } from './import.jobs.ts';
import { ImportUndos } from './import-undos.service.ts';
import { ImportUndosController } from './import-undos.controller.ts';
import { ImportMappingsController } from './import-mappings.controller.ts';
import { ImportTemplatesController } from './import-templates.controller.ts';
import { ImportsController } from './imports.controller.ts';
import { Imports } from './imports.service.ts';
import { KnownDossierBook } from './known-dossiers.ts';
import { Layouts } from './layouts.service.ts';
import { Ledger } from './ledger.ts';
import { MappingBook } from './mapping-book.ts';
import { Planner } from './planner.service.ts';
import { Undoer } from './undoer.service.ts';
import { SavedMappingsController } from './saved-mappings.controller.ts';
import { SavedMappings } from './saved-mappings.service.ts';
import { UndoStore } from './undo-store.ts';
import { MachineDoor } from './machine/machine-door.service.ts';
import { WatchFolderJob, watchFolder } from './machine/watch-folder.job.ts';
import { WatchedFolder } from './machine/watched-folder.service.ts';
import { PeopleRows } from './setup/people-rows.service.ts';
import { ProcedureRows } from './setup/procedure-rows.service.ts';
import { SetupListsController } from './setup/setup-lists.controller.ts';
import { SetupLists } from './setup/setup-lists.service.ts';
import { FileReader } from './reading/file-reader.service.ts';

@Module({
  imports: [
    ...[DatabaseModule, AuditModule, DossiersModule, DossierStoreModule, JobsModule],
    ProceduresModule,
    DeclaresJobs.of(checkImport, commitImport, undoImport, eraseImports, watchFolder),
  ],
  controllers: [
    ...[ImportsController, ImportUndosController],
    ...[ImportMappingsController, ImportTemplatesController, SavedMappingsController],
    SetupListsController,
  ],
  providers: [
    ...[Imports, ImportStore, Ledger, ImportSteps, KnownDossierBook, Planner],
    ...[BroughtLists, ImportUndos, Undoer, UndoStore, UndoImportJob],
    ...[MachineDoor, WatchedFolder, WatchFolderJob],
    ...[FileReader, Layouts, MappingBook, SavedMappings],
    ...[SetupLists, ProcedureRows, PeopleRows],
    ...[Checker, Committer, Eraser, CheckImportJob, CommitImportJob, EraseImportsJob],
  ],
  exports: [BroughtLists],
})
export class ImportsModule {}
