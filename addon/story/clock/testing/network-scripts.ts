import {
  closesAfter,
  holdsFor,
  refusesThenAccepts,
  streams,
} from '../../../../mocks/behaviours.ts';
import { once, sleep, type Script } from './rig.ts';

/** Timers and the simulated network together. */
export const networkScripts: Record<string, Script> = {
  'latency: what is sent later never overtakes': async (rig) => {
    rig.server.latencyMs = 40;
    const socket = rig.connect();
    setTimeout(rig.note, 20, 'before the handshake is answered');
    await once(socket, 'open');
    void rig.server.send('slow');
    rig.server.latencyMs = 0;
    void rig.server.send('fast');
    setTimeout(rig.note, 20, 'between');
    await sleep(100);
  },
  'an echo with latency, asked for by an interval': async (rig) => {
    const socket = rig.connect();
    await once(socket, 'open');
    rig.server.latencyMs = 30;
    rig.server.connections[0]?.onMessage((data) => void rig.server.send(data));
    let count = 0;
    const id = setInterval(() => {
      rig.note(`ask ${++count}`);
      socket.send(String(count));
      if (count === 3) clearInterval(id);
    }, 50);
    await sleep(240);
  },
  'a timer that is set in a handler': async (rig) => {
    const socket = rig.connect();
    socket.addEventListener('message', ({ data }) => {
      setTimeout(() => {
        rig.note(`late answer to ${String(data)}`);
        socket.send('answer');
      }, 30);
    });
    await once(socket, 'open');
    void rig.server.send('one');
    setTimeout(() => void rig.server.send('two'), 50);
    await rig.server.nextMessage();
    rig.note('the server has the first');
    await rig.server.nextMessage();
  },
  'back-off: refused three times, each wait twice as long': async (rig) => {
    rig.behave(refusesThenAccepts(3));
    await new Promise<void>((done) => {
      const attempt = (waitMs: number) => {
        const socket = rig.connect(`after ${waitMs}`);
        socket.addEventListener('open', () => done());
        socket.addEventListener('close', () => setTimeout(attempt, waitMs * 2, waitMs * 2));
      };
      setTimeout(rig.note, 100, 'during the third wait');
      attempt(15);
    });
  },
  'a deadline for a handshake that hangs': async (rig) => {
    rig.behave(holdsFor(200));
    const socket = rig.connect('given up');
    const deadline = setTimeout(() => socket.close(), 50);
    socket.addEventListener('open', () => clearTimeout(deadline));
    await once(socket, 'close');
    rig.behave(holdsFor(30));
    await sleep(20);
    rig.note('on');
  },
  'a heartbeat whose answer does not come': async (rig) => {
    const socket = rig.connect();
    await once(socket, 'open');
    rig.server.connections[0]?.onMessage(() => void rig.server.send('pong'));
    let deadline = 0;
    const beat = setInterval(() => {
      socket.send('ping');
      rig.note('ping');
      deadline = window.setTimeout(() => {
        rig.note('no pong');
        clearInterval(beat);
        rig.connect('next');
      }, 30);
    }, 60);
    socket.addEventListener('message', () => clearTimeout(deadline));
    setTimeout(() => void rig.server.stall(), 150);
    await sleep(260);
  },
  'a server that holds, streams and closes by itself': async (rig) => {
    rig.behave(holdsFor(30));
    rig.behave(streams(20, 'tick'));
    rig.behave(closesAfter(230, 1012));
    const socket = rig.connect();
    setTimeout(rig.note, 15, 'still held');
    await once(socket, 'close');
  },
  'a Close frame whose TCP connection stays open: two seconds': async (rig) => {
    const socket = rig.connect();
    await once(socket, 'open');
    rig.server.latencyMs = 30;
    void rig.server.close(1001);
    await rig.server.stall();
    setTimeout(() => rig.note(`closing ${socket.readyState}`), 1_900);
    await once(socket, 'close');
  },
  'a cut cable, seen between two timers': async (rig) => {
    const socket = rig.connect();
    await once(socket, 'open');
    setTimeout(rig.note, 20, 'before');
    setTimeout(() => void rig.server.drop(), 40);
    setTimeout(() => rig.note(`after ${socket.readyState}`), 60);
    await sleep(80);
  },
  'a burst comes in its order, and none after a timer that closes': async (rig) => {
    const socket = rig.connect();
    await once(socket, 'open');
    rig.server.latencyMs = 20;
    for (let n = 0; n < 300; n++) void rig.server.send(n % 100 === 0 ? String(n) : '');
    setTimeout(() => socket.close(1000), 60);
    setTimeout(() => void rig.server.send('too late'), 50);
    await once(socket, 'close');
  },
  'two handshakes to one address, one after the other': async (rig) => {
    rig.behave(holdsFor(40));
    rig.connect('first');
    const second = rig.connect('second');
    setTimeout(rig.note, 60, 'the first is open');
    await once(second, 'open');
  },
  'a Blob is read before it is sent': async (rig) => {
    const socket = rig.connect();
    await once(socket, 'open');
    setTimeout(() => void rig.server.send(new Blob(['blob'])), 30);
    setTimeout(() => void rig.server.send('text behind it'), 31);
    setTimeout(rig.note, 90, 'later');
    await sleep(110);
  },
};
