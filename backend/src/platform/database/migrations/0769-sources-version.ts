import { forward } from './forward.ts';

/** How often what a unit says of its sources has changed: whoever sets them says which version they looked at. */
export const sourcesVersion = forward('SourcesVersion1795330000769', [
  'alter table unit add column if not exists sources_version int not null default 0',
]);
