// Due moments per second of the core against libraries that count business time, and the core against the
// minute-step oracle: `node --conditions=motcua test/bench/due/run.ts [samples]`.
import { agree } from './agreement.ts';
import { FIVE_WORKING_DAYS_OF_TIME, races } from './contenders.ts';
import { run } from './race.ts';
import { officeReceipts } from './receipts.ts';

// The libraries count in the zone of the machine, the core in that of the law.
process.env['TZ'] = 'Asia/Ho_Chi_Minh';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const SAMPLES = 1_000_000;
const GOAL_RATIO = 1000;
const GOAL_PER_SECOND = 5_000_000;

const samples = Number(process.argv[2] ?? SAMPLES);
const receipts = officeReceipts(4096, 7);
const shortfalls: string[] = [];

for (const race of races()) {
  print(`\n${race.title}`);
  for (const { name, perSecond, ratio, sameDay } of run(race, receipts)) {
    const columns = [
      name.padEnd(22),
      `${Math.round(perSecond).toLocaleString('en').padStart(12)} /s`,
      `${ratio.toFixed(0).padStart(8)} ×`,
      `${(sameDay * 100).toFixed(1).padStart(7)} % same day`,
    ];
    print(columns.join('  '));
    if (name === 'core' && perSecond < GOAL_PER_SECOND)
      shortfalls.push(`${race.title}: below 5 M/s`);
    const goal = race.title === FIVE_WORKING_DAYS_OF_TIME ? GOAL_RATIO : 0;
    if (name === 'dayjs-business-time' && ratio < goal) {
      shortfalls.push(`${race.title}: below 1,000 × dayjs-business-time`);
    }
  }
}

print(`\nagainst the minute-step oracle, ${samples.toLocaleString('en')} samples`);
const begin = performance.now();
const { differing } = agree(samples, (done) =>
  print(
    `  ${done.toLocaleString('en').padStart(10)}  ${((performance.now() - begin) / 1000).toFixed(1)} s`,
  ),
);
print(`  differing: ${differing.length}`);
for (const one of differing.slice(0, 5)) print(`  ${one}`);

for (const shortfall of shortfalls) print(`goal missed, ${shortfall}`);
if (shortfalls.length + differing.length > 0) process.exitCode = 1;
