import {
  startTransition,
  StrictMode,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react';
import { SimulatedWebSocket } from '../../../../mocks/simulated-web-socket.ts';
import { once, sleep, type Lab, type Script } from './lab.ts';

interface Noted {
  readonly lab: Lab;
}

/** Makes a new socket a while after each close, and notes what React does. */
function Reconnecting({ lab }: Noted) {
  const [attempt, setAttempt] = useState(1);
  const [status, setStatus] = useState('connecting');
  lab.note(`render ${attempt} ${status}`);
  useEffect(() => {
    const socket = new SimulatedWebSocket(lab.server.url);
    let timer = 0;
    socket.onopen = () => setStatus('open');
    socket.onclose = () => {
      setStatus('waiting');
      timer = window.setTimeout(() => setAttempt((before) => before + 1), 40);
    };
    return () => {
      lab.note(`cleanup ${attempt}`);
      clearTimeout(timer);
      socket.onclose = null;
      socket.close();
    };
  }, [lab, attempt]);
  return status;
}

/** Each effect sets the state that the next one waits for. */
function Cascade({ lab }: Noted) {
  const [step, setStep] = useState(0);
  useEffect(() => {
    if (step === 0) {
      const id = setTimeout(() => setStep(1), 30);
      return () => clearTimeout(id);
    }
    lab.note(`step ${step}`);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the cascade is the purpose
    if (step < 8) setStep(step + 1);
    return undefined;
  }, [lab, step]);
  return step;
}

function Counter({ lab }: Noted) {
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
  useLayoutEffect(() => lab.note(`shown ${count} ${deferred}`), [lab, count, deferred]);
  return count;
}

function Ticker({ lab }: Noted) {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    const id = setInterval(() => setTicks((before) => before + 1), 30);
    return () => {
      lab.note('cleanup');
      clearInterval(id);
    };
  }, [lab]);
  useEffect(() => lab.note(`ticks ${ticks}`), [lab, ticks]);
  return ticks;
}

/** State, effects and renders that timers and sockets lead to. */
export const reactScripts: Record<string, Script> = {
  'timer, close, state, effect, new socket, handshake, open': async (lab) => {
    lab.mount(<Reconnecting lab={lab} />);
    setTimeout(() => void lab.server.drop(), 50);
    setTimeout(lab.note, 80, 'while it waits');
    setTimeout(() => void lab.server.close(1012), 140);
    await sleep(240);
  },
  'the same, where effects run twice': async (lab) => {
    lab.mount(
      <StrictMode>
        <Reconnecting lab={lab} />
      </StrictMode>,
    );
    setTimeout(() => void lab.server.drop(), 60);
    await sleep(150);
  },
  'the same, with latency': async (lab) => {
    lab.server.latencyMs = 20;
    lab.mount(<Reconnecting lab={lab} />);
    await lab.server.nextConnection();
    setTimeout(() => void lab.server.close(1012), 60);
    await sleep(220);
  },
  'a cascade of effects comes to its end before the next timer': async (lab) => {
    lab.mount(<Cascade lab={lab} />);
    // The effect that sets the timer runs a few tasks after this.
    setTimeout(lab.note, 60, 'the next timer');
    await sleep(90);
  },
  'two timers at one moment, one render; then a transition': async (lab) => {
    lab.mount(<Counter lab={lab} />);
    await sleep(120);
  },
  'an interval until it is unmounted': async (lab) => {
    const unmount = lab.mount(<Ticker lab={lab} />);
    setTimeout(unmount, 110);
    await sleep(180);
  },
  'messages that come together are one render': async (lab) => {
    function Log() {
      const [texts, setTexts] = useState<readonly string[]>([]);
      useEffect(() => {
        const socket = new SimulatedWebSocket(lab.server.url);
        socket.onmessage = ({ data }) => setTexts((before) => [...before, String(data)]);
        return () => socket.close();
      }, []);
      lab.note(`shows ${texts.length}`);
      return null;
    }
    lab.mount(<Log />);
    const connection = await lab.server.nextConnection();
    await sleep(30);
    setTimeout(() => ['a', 'b', 'c'].forEach((text) => void connection.send(text)), 30);
    setTimeout(() => void connection.send('d'), 60);
    await sleep(90);
  },
  'a server that answers what an effect sends': async (lab) => {
    lab.server.onConnection((connection) =>
      connection.onMessage((data) => setTimeout(() => void connection.send(data), 20)),
    );
    const socket = lab.connect();
    await once(socket, 'open');
    socket.send('question');
    await once(socket, 'message');
  },
};
