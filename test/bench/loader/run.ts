import { openPlace } from './place.ts';

// npm run bench:load -- 250000 1: so many dossiers in the first commune, so many in each of the others.
const [first = '20000', communes = '1', others = '0', days = '365'] = process.argv.slice(2);

const dossiers = [Number(first), ...Array<number>(Number(communes) - 1).fill(Number(others))];
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

let told = 0;
const place = await openPlace({
  dossiers,
  days: Number(days),
  onProgress: (done) => {
    if (done - told < 50_000) return;
    told = done;
    say(`  ${done}`);
  },
});
if (place.loaded === null) say('The database was there already.');
else {
  const { dossiers: count, copySeconds, indexSeconds } = place.loaded;
  const rate = (seconds: number): string => `${Math.round(count / seconds)}/s`;
  say(`${count} dossiers: copied in ${copySeconds.toFixed(1)} s (${rate(copySeconds)})`);
  say(`indexes and statistics ${indexSeconds.toFixed(1)} s`);
  say(`together ${rate(copySeconds + indexSeconds)}`);
}
await place.close();
