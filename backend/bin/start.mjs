// `npm start`: the product with its own database, until Ctrl-C.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureBuilt, isUpToDate } from './build.mjs';
import { chooseCacheFolder, choosePlace, prepareDataFolder, thisMachine } from './data-folder.mjs';
import { checkout, onFirmGround } from './ground.mjs';
import { onParentGone } from './parent-watch.mjs';
import { identityOf } from './process-identity.mjs';
import { claimDataFolder, lockFileOf, previousDoorGone } from './running.mjs';
import { say } from './say.mjs';

const machine = thisMachine(process.env);

const start = async () => {
  const place = choosePlace(checkout, machine);
  prepareDataFolder(place);
  const claim = await claimDataFolder(place.dataFolder);
  if ('address' in claim) {
    say(`Motcua đang chạy tại ${claim.address}`, `Motcua is already running at ${claim.address}`);
    return 0;
  }
  try {
    await previousDoorGone(claim.previous);
    const cacheFolder = chooseCacheFolder(checkout, machine);
    const folder = await ensureBuilt(checkout, { cacheFolder });
    const dist = join(folder, 'dist');
    const file = join(dist, 'backend', 'src', 'platform', 'embedded', 'launch.js');
    const { launch } = await import(pathToFileURL(file).href);
    return await launch({
      ...place,
      checkout,
      dist,
      cacheFolder,
      env: process.env,
      lockFile: lockFileOf(place.dataFolder),
      instance: claim.pass.token,
      onParentGone,
      /** @param {{ doorPid: number, address?: string }} running */
      announce: ({ doorPid, address }) =>
        claim.pass.update({ door: identityOf(doorPid), ...(address && { address }) }),
    });
  } finally {
    claim.pass.release();
  }
};

await onFirmGround({ needsTools: () => !isUpToDate(checkout), work: start });
