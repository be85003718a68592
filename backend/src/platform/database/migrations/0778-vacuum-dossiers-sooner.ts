import { forward } from './forward.ts';

/**
 * What an import writes is vacuumed while it is written, and not a fifth of the table later: heaps are counted off one
 * index, which knows of rows that everybody may see only what a vacuum told it (ADR 0778).
 */
export const vacuumDossiersSooner = forward('VacuumDossiersSooner1795330000778', [
  `alter table dossier set (
     autovacuum_vacuum_insert_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0.005,
     autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0.01)`,
]);
