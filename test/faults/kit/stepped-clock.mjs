// Loaded before the product: moves the calendar of this one process by what a file says, in the middle of
// its work, and leaves alone the clock that only ever grows. What an administrator or NTP does to a host.
import { readFileSync } from 'node:fs';

const LOOK_MS = 20;
const file = process.env['MOTCUA_FAULTS_CLOCK'] ?? '';
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
let offsetMs = 0;

const look = () => {
  offsetMs = Number(readFileSync(file, 'utf8'));
};
look();
setInterval(look, LOOK_MS).unref();

const now = () => realNow() + offsetMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
