import type { Environment } from '../../platform/config/environment.ts';
import type { AllowedPlaces } from './allowed-place.ts';

/** Where hooks may lead, as the operator said at start; nowhere, unless something was said. */
export const placesOf = ({
  MOTCUA_HOOK_HOSTS: hosts = [],
  MOTCUA_HOOK_NETWORKS: networks = [],
}: Pick<Environment, 'MOTCUA_HOOK_HOSTS' | 'MOTCUA_HOOK_NETWORKS'>): AllowedPlaces => ({
  hosts,
  networks,
});
