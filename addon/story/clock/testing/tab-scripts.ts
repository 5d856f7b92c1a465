import { sleep, type Script } from './rig.ts';

/** What a page says to other tabs, of which it is one itself here. */
export const tabScripts: Readonly<Record<string, Script>> = {
  'a lock that is released goes to the next, in between two timers': async (rig) => {
    const name = crypto.randomUUID();
    const hold = (who: string, ms: number) =>
      navigator.locks.request(name, async () => {
        rig.note(who);
        await sleep(ms);
        rig.note(`${who} is done`);
      });
    const holders = [hold('first', 40), hold('second', 40), hold('third', 40)];
    for (const ms of [20, 60, 100]) setTimeout(rig.note, ms, `${ms} ms`);
    await Promise.all(holders);
  },
  'a lock that is stolen, and one that is called off': async (rig) => {
    const name = crypto.randomUUID();
    const controller = new AbortController();
    const { signal } = controller;
    const robbed = navigator.locks.request(name, () => sleep(200)).catch(() => rig.note('robbed'));
    const given = navigator.locks
      .request(name, { signal }, () => rig.note('never'))
      .catch(() => rig.note('called off'));
    setTimeout(() => controller.abort(), 20);
    setTimeout(rig.note, 40, 'before the theft');
    setTimeout(() => {
      void navigator.locks.request(name, { steal: true }, () => rig.note('the thief has it'));
    }, 60);
    setTimeout(rig.note, 90, 'after the theft');
    await Promise.all([robbed, given, sleep(110)]);
  },
  'a word to another tab, and the answer a while later': async (rig) => {
    const name = crypto.randomUUID();
    const [here, there] = [new BroadcastChannel(name), new BroadcastChannel(name)];
    there.onmessage = ({ data }) => {
      rig.note(`there: ${String(data)}`);
      setTimeout(() => there.postMessage(`${String(data)} again`), 30);
    };
    here.onmessage = ({ data }) => rig.note(`here: ${String(data)}`);
    setTimeout(() => here.postMessage('hello'), 20);
    setTimeout(() => here.postMessage('more'), 35);
    for (const ms of [28, 43, 58, 80]) setTimeout(rig.note, ms, `${ms} ms`);
    await sleep(100);
    here.close();
    there.close();
  },
};
