/**
 * The browser's networking task source, as the page experiences it. In Chromium each frame is a task,
 * and those that are ready together are queued together: what the page queues meanwhile, a render of
 * React's for example, comes behind all of them. 1,000 messages at once are 1,000 tasks, with 2 to 6
 * of the page's own between them.
 */

import Queue from 'yocto-queue';
import { carriesTask } from './window-event.ts';

export type Job = () => void;

const tasks = new Queue<{ readonly job: Job; readonly then: Job | undefined }>();
let next: Job | undefined;

const { port1: receiver, port2: sender } = new MessageChannel();

receiver.addEventListener('message', (event) => {
  carriesTask(event);
  const task = tasks.dequeue();
  next = task?.then;
  task?.job();
});
// The browser runs microtasks between two listeners of an event that it dispatches itself.
receiver.addEventListener('message', () => next?.());
receiver.start();
// Node's, in jsdom: it would keep a test run from ending.
(receiver as { unref?(): void }).unref?.();

/**
 * Runs `job` in a task to come, after every task queued before it.
 * @param then runs in the same task, behind the microtasks of `job`
 */
export function queueNetworkTask(job: Job, then?: Job): void {
  tasks.enqueue({ job, then });
  sender.postMessage(null);
}

const arrivals: Job[] = [];
const behindArrivals: Job[] = [];

/**
 * Runs `job` where the browser has received something, ahead of the tasks in which the page hears of
 * it. What has arrived is handled together: no page can come between.
 */
export function queueArrival(job: Job): void {
  if (arrivals.push(job) > 1) return;
  queueNetworkTask(() => {
    for (const arrive of arrivals.splice(0)) arrive();
    for (const job of behindArrivals.splice(0)) job();
  });
}

/** Runs `job` when all has been handled that has arrived together with what is handled now. */
export function afterArrivals(job: Job): void {
  behindArrivals.push(job);
}
