/*
 * Loaded before the installed command: stops it at one of its events, as it is written, and makes the wall's seconds
 * shorter. ORGSYNC_TEST_STOP is `kill`, `interrupt` or the path of a file that tells AWS to refuse from then on.
 */
import timers from "node:timers/promises";
import { writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { ORGSYNC_TEST_STOP: stop, ORGSYNC_TEST_EVENT: at, ORGSYNC_TEST_SPEED: speed } = process.env;

const sleep = timers.setTimeout;
const now = Date.now;
const began = now();
timers.setTimeout = (ms, ...rest) => sleep(ms / Number(speed), ...rest);
syncBuiltinESMExports();
Date.now = () => began + (now() - began) * Number(speed);

let events = 0;
/** Whether a line is the event, by its number or by what it is about. */
function isIt(text) {
  if (!text.startsWith('{"type":')) return false;
  events += 1;
  if (!at?.startsWith("account:")) return events === Number(at);
  return text.startsWith('{"type":"progress"') && text.includes(`"address":"${at}"`);
}
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  const written = write(text, ...rest);
  if (isIt(text)) {
    if (stop === "kill") process.kill(process.pid, "SIGKILL");
    else if (stop === "interrupt") process.kill(process.pid, "SIGINT");
    else if (stop) writeFileSync(stop, "");
  }
  return written;
};
