/**
 * The browser's networking task source, as the page experiences it: frames that are ready together
 * arrive in one task, with a microtask checkpoint after each. Chromium delivers 1,000 messages in 3
 * to 7 tasks; a task for each would cost React a render for each, and no checkpoint between them
 * would run `async` handlers in an order that no browser has.
 *
 * A checkpoint only happens when the JavaScript stack is empty, which `dispatchEvent` never gives.
 * One native `message` event with many listeners does: the browser empties the stack, and so the
 * microtask queue, between one listener and the next. Each listener runs one job.
 */

const JOBS_A_TASK = 256;

type Job = () => void;

/** The tasks to come, each with its jobs: all but the last are full. */
const tasks: Job[][] = [];
/** What is left of the task that runs. */
let running: Iterator<Job, undefined> = [].values();
let scheduled = false;

const { port1: receiver, port2: sender } = new MessageChannel();

receiver.addEventListener('message', () => {
  // Jobs added while this task runs belong to the next one.
  running = (tasks.shift() ?? []).values();
  scheduled = tasks.length > 0;
  if (scheduled) sender.postMessage(null);
});

for (let index = 0; index < JOBS_A_TASK; index++) {
  receiver.addEventListener('message', (event) => {
    const { value: job } = running.next();
    if (job) job();
    else event.stopImmediatePropagation();
  });
}
receiver.start();

/** Runs `job` in a coming network task, after every job queued before it. */
export function queueNetworkTask(job: Job): void {
  const last = tasks.at(-1);
  if (last && last.length < JOBS_A_TASK) last.push(job);
  else tasks.push([job]);
  if (scheduled) return;
  scheduled = true;
  sender.postMessage(null);
}
