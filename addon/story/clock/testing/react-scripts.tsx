import {
  startTransition,
  StrictMode,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react';
import { SimulatedWebSocket } from '../../../../mocks/simulated-web-socket.ts';
import { once, sleep, type Rig, type Script } from './rig.ts';

interface Noted {
  readonly rig: Rig;
}

/** Makes a new socket a while after each close, and notes what React does. */
function Reconnecting({ rig }: Noted) {
  const [attempt, setAttempt] = useState(1);
  const [status, setStatus] = useState('connecting');
  rig.note(`render ${attempt} ${status}`);
  useEffect(() => {
    const socket = new SimulatedWebSocket(rig.server.url);
    let timer = 0;
    socket.onopen = () => setStatus('open');
    socket.onclose = () => {
      setStatus('waiting');
      timer = window.setTimeout(() => setAttempt((before) => before + 1), 40);
    };
    return () => {
      rig.note(`cleanup ${attempt}`);
      clearTimeout(timer);
      socket.onclose = null;
      socket.close();
    };
  }, [rig, attempt]);
  return status;
}

/** Each effect sets the state that the next one waits for. */
function Cascade({ rig }: Noted) {
  const [step, setStep] = useState(0);
  useEffect(() => {
    if (step === 0) {
      const id = setTimeout(() => setStep(1), 30);
      return () => clearTimeout(id);
    }
    rig.note(`step ${step}`);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the cascade is the purpose
    if (step < 8) setStep(step + 1);
    return undefined;
  }, [rig, step]);
  return step;
}

function Counter({ rig }: Noted) {
  const [count, setCount] = useState(0);
  const deferred = useDeferredValue(count);
  useEffect(() => {
    const first = setTimeout(() => setCount((before) => before + 1), 30);
    const second = setTimeout(() => setCount((before) => before + 1), 30);
    const later = setTimeout(() => startTransition(() => setCount(10)), 60);
    return () => {
      for (const id of [first, second, later]) clearTimeout(id);
    };
  }, []);
  useLayoutEffect(() => rig.note(`shown ${count} ${deferred}`), [rig, count, deferred]);
  return count;
}

function Ticker({ rig }: Noted) {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    const id = setInterval(() => setTicks((before) => before + 1), 30);
    return () => {
      rig.note('cleanup');
      clearInterval(id);
    };
  }, [rig]);
  useEffect(() => rig.note(`ticks ${ticks}`), [rig, ticks]);
  return ticks;
}

/** State, effects and renders that timers and sockets lead to. */
export const reactScripts: Record<string, Script> = {
  'timer, close, state, effect, new socket, handshake, open': async (rig) => {
    rig.mount(<Reconnecting rig={rig} />);
    setTimeout(() => void rig.server.drop(), 50);
    setTimeout(rig.note, 80, 'while it waits');
    setTimeout(() => void rig.server.close(1012), 140);
    await sleep(240);
  },
  'the same, where effects run twice': async (rig) => {
    rig.mount(
      <StrictMode>
        <Reconnecting rig={rig} />
      </StrictMode>,
    );
    setTimeout(() => void rig.server.drop(), 60);
    await sleep(150);
  },
  'the same, with latency': async (rig) => {
    rig.server.latencyMs = 20;
    rig.mount(<Reconnecting rig={rig} />);
    await rig.server.nextConnection();
    setTimeout(() => void rig.server.close(1012), 60);
    await sleep(220);
  },
  'a cascade of effects comes to its end before the next timer': async (rig) => {
    rig.mount(<Cascade rig={rig} />);
    // The effect that sets the timer runs a few tasks after this.
    setTimeout(rig.note, 60, 'the next timer');
    await sleep(90);
  },
  'two timers at one moment, one render; then a transition': async (rig) => {
    rig.mount(<Counter rig={rig} />);
    await sleep(120);
  },
  'an interval until it is unmounted': async (rig) => {
    const unmount = rig.mount(<Ticker rig={rig} />);
    setTimeout(unmount, 110);
    await sleep(180);
  },
  'messages that come together are one render': async (rig) => {
    function Log() {
      const [texts, setTexts] = useState<readonly string[]>([]);
      useEffect(() => {
        const socket = new SimulatedWebSocket(rig.server.url);
        socket.onmessage = ({ data }) => setTexts((before) => [...before, String(data)]);
        return () => socket.close();
      }, []);
      rig.note(`shows ${texts.length}`);
      return null;
    }
    rig.mount(<Log />);
    const connection = await rig.server.nextConnection();
    await sleep(30);
    setTimeout(() => ['a', 'b', 'c'].forEach((text) => void connection.send(text)), 30);
    setTimeout(() => void connection.send('d'), 60);
    await sleep(90);
  },
  'a server that answers what an effect sends': async (rig) => {
    rig.server.onConnection((connection) =>
      connection.onMessage((data) => setTimeout(() => void connection.send(data), 20)),
    );
    const socket = rig.connect();
    await once(socket, 'open');
    socket.send('question');
    await once(socket, 'message');
  },
};
