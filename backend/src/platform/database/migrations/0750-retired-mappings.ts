import { forward } from './forward.ts';

/**
 * What a list means may be given up, and taken up again: each a further version, so that an import can still say
 * by which one it was read.
 */
export const retiredMappings = forward('RetiredMappings1795330000750', [
  'alter table import_mapping add column retired boolean not null default false',
]);
