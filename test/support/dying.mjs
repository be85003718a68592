// Loaded before the product: ends the process, as a power cut would, at one exact statement. MOTCUA_TEST_DEATH says
// which: "before 2 append_many" is when the second one that calls append_many is about to be sent, "after" when it has
// been answered and nothing behind it is.
import { createRequire } from 'node:module';

const [when, nth, words] = (process.env['MOTCUA_TEST_DEATH'] ?? '').split(/ (\d+) /);
const { Client } = createRequire(import.meta.url)('pg');
const send = Client.prototype.query;

const die = () => process.kill(process.pid, 'SIGKILL');

/** Whichever way it is asked, by promise or by call. */
const dyingAfter = (client, given) => {
  const last = given.at(-1);
  if (typeof last !== 'function') return send.apply(client, given).then(die);
  return send.call(client, ...given.slice(0, -1), die);
};

let met = 0;
if (words !== undefined) {
  Client.prototype.query = function query(...given) {
    const [asked] = given;
    const text = typeof asked === 'string' ? asked : asked?.text;
    if (typeof text !== 'string' || !text.includes(words)) return send.apply(this, given);
    met += 1;
    if (met < Number(nth)) return send.apply(this, given);
    if (when === 'before') return die();
    return dyingAfter(this, given);
  };
}
