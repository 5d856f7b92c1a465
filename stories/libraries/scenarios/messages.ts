/** What arrives, and what is sent. */
import type { Stage } from '../stage.tsx';
import { MINUTE_MS, SECOND_MS, type Outcome, type Scenario } from './scenario.ts';

const BURST = 200;

const burst: Scenario = {
  id: 'burst',
  title: '200 messages in one burst',
  about:
    'The server sends 200 messages at once. Measured: how many the application has handled, in order, and how often the library has rendered it.',
  rule: 'good with all of them and at most 100 renders, in part with more renders, bad where one is missing',
  group: 'messages',
  async run(stage) {
    await stage.connect();
    const before = stage.commits;
    const sent = Array.from({ length: BURST }, (_, n) => `n${n}`);
    await Promise.all(sent.map((text) => stage.speaker.tell(text)));
    await stage.pass(SECOND_MS);
    const handled = stage.heard.filter((text) => sent.includes(String(text)));
    const renders = stage.commits - before;
    const isWhole = handled.join() === sent.join();
    return {
      verdict: isWhole ? (renders <= 100 ? 'good' : 'partly') : 'bad',
      says: isWhole ? `${renders} renders` : `${handled.length} of ${BURST}`,
      figures: { handled: handled.length, isInOrder: isWhole, renders },
    };
  },
};

const kinds: Scenario = {
  id: 'kinds',
  title: 'Text, binary, and a broken message',
  about:
    'The server sends a text, four bytes, a text that is no JSON, and a text again. Measured: whether both texts are handled, what is thrown, and whether it stays connected.',
  rule: 'good where both are handled on one connection and nothing is thrown, in part where something is thrown or the connection is made again, bad where the last text is lost',
  group: 'messages',
  isOnRealServer: true,
  async run(stage) {
    await stage.connect();
    await stage.speaker.tell('first');
    await stage.server.send(new Uint8Array([1, 2, 3, 4]));
    await stage.server.send('{ broken');
    await stage.pass(5 * SECOND_MS);
    // One that was closed for it comes back, or does not.
    await stage.until(() => stage.opens.length > stage.closes.length, MINUTE_MS);
    await stage.pass(SECOND_MS);
    await stage.speaker.tell('last');
    await stage.pass(SECOND_MS);
    const hasBoth = stage.heard.includes('first') && stage.heard.includes('last');
    const isOne = stage.sockets.length === 1 && stage.thrown.length === 0;
    return {
      verdict: hasBoth ? (isOne ? 'good' : 'partly') : 'bad',
      says: hasBoth
        ? isOne
          ? 'all handled'
          : stage.thrown.length > 0
            ? `${stage.thrown.length} thrown`
            : 'connects again'
        : 'the last is lost',
      figures: { hasBoth, sockets: stage.sockets.length },
    };
  },
};

const TEXTS = ['a', 'b', 'c', 'd', 'e'];

/** What has become of texts that were sent at a bad moment. */
async function outcomeOf(stage: Stage, taken: readonly string[]): Promise<Outcome> {
  const hasArrived = (text: string) => stage.speaker.said.includes(text);
  await stage.until(() => TEXTS.every(hasArrived), 2 * MINUTE_MS);
  // What is sent twice comes a little later.
  await stage.pass(5 * SECOND_MS);
  const arrived = stage.speaker.said.filter((text) => TEXTS.includes(text));
  const lost = taken.filter((text) => !arrived.includes(text)).length;
  const doubled = arrived.length - new Set(arrived).size;
  const order = arrived.filter((text, index) => arrived.indexOf(text) === index);
  const isInOrder = order.join() === order.toSorted().join();
  const refused = TEXTS.filter((text) => !taken.includes(text) && !arrived.includes(text)).length;
  const figures = { arrived: arrived.length, lost, doubled, refused, isInOrder };
  if (lost > 0) return { verdict: 'bad', says: `${lost} of ${TEXTS.length} lost`, figures };
  if (refused > 0) return { verdict: 'partly', says: 'refused, and said so', figures };
  if (doubled > 0) return { verdict: 'partly', says: `${doubled} doubled`, figures };
  if (!isInOrder) return { verdict: 'partly', says: 'out of order', figures };
  return { verdict: 'good', says: 'all arrive', figures };
}

const say = (stage: Stage): readonly string[] => TEXTS.filter((text) => stage.say(text));

const SEND_RULE =
  'good where all five arrive once and in order, in part where `send` says no or one comes twice, bad where one is lost without a word';

const sendConnecting: Scenario = {
  id: 'send-connecting',
  title: 'Sent while it connects',
  about: 'Five messages are sent before the handshake is answered. Measured: what arrives.',
  rule: SEND_RULE,
  group: 'messages',
  isOnRealServer: true,
  async run(stage) {
    await stage.server.hold();
    await stage.mount();
    await stage.pass(SECOND_MS);
    const taken = say(stage);
    await stage.server.accept();
    return outcomeOf(stage, taken);
  },
};

const sendClosing: Scenario = {
  id: 'send-closing',
  title: 'Sent while it closes',
  about:
    'The server has begun to close the connection with 1012, and five messages are sent before the page knows. Measured: what arrives in the end.',
  rule: SEND_RULE,
  group: 'messages',
  async run(stage) {
    await stage.connect();
    const closed = stage.server.close(1012, 'restart');
    const taken = say(stage);
    await closed;
    return outcomeOf(stage, taken);
  },
};

const sendWaiting: Scenario = {
  id: 'send-waiting',
  title: 'Sent while it waits to reconnect',
  about:
    'The cable is cut, and five messages are sent before it is connected again. Measured: what arrives in the end.',
  rule: SEND_RULE,
  group: 'messages',
  isOnRealServer: true,
  async run(stage) {
    await stage.connect();
    await stage.server.hold();
    await stage.server.drop();
    await stage.pass(1);
    const taken = say(stage);
    await stage.server.accept();
    return outcomeOf(stage, taken);
  },
};

const sendLost: Scenario = {
  id: 'send-lost',
  title: 'Sent on a line that is already dead',
  about:
    'The line is silent, five messages are sent, and then the cable is cut. Measured: what arrives in the end.',
  rule: SEND_RULE,
  group: 'messages',
  async run(stage) {
    await stage.connect();
    await stage.server.stall();
    const taken = say(stage);
    await stage.pass(SECOND_MS);
    await stage.server.drop();
    return outcomeOf(stage, taken);
  },
};

export const MESSAGES: readonly Scenario[] = [
  burst,
  kinds,
  sendConnecting,
  sendClosing,
  sendWaiting,
  sendLost,
];
