import {
  closesAfter,
  holdsFor,
  refusesThenAccepts,
  streams,
} from '../../../../mocks/behaviours.ts';
import { once, sleep, type Script } from './lab.ts';

/** Timers and the simulated network together. */
export const networkScripts: Record<string, Script> = {
  'latency: what is sent later never overtakes': async (lab) => {
    lab.server.latencyMs = 40;
    const socket = lab.connect();
    setTimeout(lab.note, 20, 'before the handshake is answered');
    await once(socket, 'open');
    void lab.server.send('slow');
    lab.server.latencyMs = 0;
    void lab.server.send('fast');
    setTimeout(lab.note, 20, 'between');
    await sleep(100);
  },
  'an echo with latency, asked for by an interval': async (lab) => {
    const socket = lab.connect();
    await once(socket, 'open');
    lab.server.latencyMs = 30;
    lab.server.connections[0]?.onMessage((data) => void lab.server.send(data));
    let count = 0;
    const id = setInterval(() => {
      lab.note(`ask ${++count}`);
      socket.send(String(count));
      if (count === 3) clearInterval(id);
    }, 50);
    await sleep(240);
  },
  'a timer that is set in a handler': async (lab) => {
    const socket = lab.connect();
    socket.addEventListener('message', ({ data }) => {
      setTimeout(() => {
        lab.note(`late answer to ${String(data)}`);
        socket.send('answer');
      }, 30);
    });
    await once(socket, 'open');
    void lab.server.send('one');
    setTimeout(() => void lab.server.send('two'), 50);
    await lab.server.nextMessage();
    lab.note('the server has the first');
    await lab.server.nextMessage();
  },
  'back-off: refused three times, each wait twice as long': async (lab) => {
    lab.behave(refusesThenAccepts(3));
    await new Promise<void>((done) => {
      const attempt = (waitMs: number) => {
        const socket = lab.connect(`after ${waitMs}`);
        socket.addEventListener('open', () => done());
        socket.addEventListener('close', () => setTimeout(attempt, waitMs * 2, waitMs * 2));
      };
      setTimeout(lab.note, 100, 'during the third wait');
      attempt(15);
    });
  },
  'a deadline for a handshake that hangs': async (lab) => {
    lab.behave(holdsFor(200));
    const socket = lab.connect('given up');
    const deadline = setTimeout(() => socket.close(), 50);
    socket.addEventListener('open', () => clearTimeout(deadline));
    await once(socket, 'close');
    lab.behave(holdsFor(30));
    await sleep(20);
    lab.note('on');
  },
  'a heartbeat whose answer does not come': async (lab) => {
    const socket = lab.connect();
    await once(socket, 'open');
    lab.server.connections[0]?.onMessage(() => void lab.server.send('pong'));
    let deadline = 0;
    const beat = setInterval(() => {
      socket.send('ping');
      lab.note('ping');
      deadline = window.setTimeout(() => {
        lab.note('no pong');
        clearInterval(beat);
        lab.connect('next');
      }, 30);
    }, 60);
    socket.addEventListener('message', () => clearTimeout(deadline));
    setTimeout(() => void lab.server.stall(), 150);
    await sleep(260);
  },
  'a server that holds, streams and closes by itself': async (lab) => {
    lab.behave(holdsFor(30));
    lab.behave(streams(20, 'tick'));
    lab.behave(closesAfter(230, 1012));
    const socket = lab.connect();
    setTimeout(lab.note, 15, 'still held');
    await once(socket, 'close');
  },
  'a Close frame whose TCP connection stays open: two seconds': async (lab) => {
    const socket = lab.connect();
    await once(socket, 'open');
    lab.server.latencyMs = 30;
    void lab.server.close(1001);
    await lab.server.stall();
    setTimeout(() => lab.note(`closing ${socket.readyState}`), 1_900);
    await once(socket, 'close');
  },
  'a cut cable, seen between two timers': async (lab) => {
    const socket = lab.connect();
    await once(socket, 'open');
    setTimeout(lab.note, 20, 'before');
    setTimeout(() => void lab.server.drop(), 40);
    setTimeout(() => lab.note(`after ${socket.readyState}`), 60);
    await sleep(80);
  },
  'a burst comes in its order, and none after a timer that closes': async (lab) => {
    const socket = lab.connect();
    await once(socket, 'open');
    lab.server.latencyMs = 20;
    for (let n = 0; n < 300; n++) void lab.server.send(n % 100 === 0 ? String(n) : '');
    setTimeout(() => socket.close(1000), 60);
    setTimeout(() => void lab.server.send('too late'), 50);
    await once(socket, 'close');
  },
  'two handshakes to one address, one after the other': async (lab) => {
    lab.behave(holdsFor(40));
    lab.connect('first');
    const second = lab.connect('second');
    setTimeout(lab.note, 60, 'the first is open');
    await once(second, 'open');
  },
  'a Blob is read before it is sent': async (lab) => {
    const socket = lab.connect();
    await once(socket, 'open');
    setTimeout(() => void lab.server.send(new Blob(['blob'])), 30);
    setTimeout(() => void lab.server.send('text behind it'), 31);
    setTimeout(lab.note, 90, 'later');
    await sleep(110);
  },
};
