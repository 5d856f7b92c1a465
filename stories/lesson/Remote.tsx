import { useState } from 'react';
import { Session } from '../../addon/story/session.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import { readCloseCode } from '../../addon/story/typed-close-code.ts';
import { CloseCodeField } from '../../addon/panel/views/CloseCodeField.tsx';

interface RemoteProps {
  readonly storyId: string;
}

/** The verbs of the story's server as buttons. What a verb cannot do is said below them. */
export function Remote({ storyId }: RemoteProps) {
  const [message, setMessage] = useState('Hello from the server');
  const [code, setCode] = useState('1000');
  const [problem, setProblem] = useState('');

  const drive = async (act: (server: SocketServer) => Promise<void>) => {
    const server = Session.of(storyId)?.server;
    try {
      if (!server) throw new Error('This story has no server: it makes no socket.');
      await act(server);
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const verb = (name: Exclude<keyof typeof EXPLANATIONS, 'send' | 'close'>) => (
    <button
      type="button"
      title={EXPLANATIONS[name]}
      onClick={() => void drive((server) => server[name]())}
    >
      {name}
    </button>
  );

  return (
    <div className="remote" role="group" aria-label="The server">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void drive((server) => server.send(message));
        }}
      >
        <input
          aria-label="Message of the server"
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        <button type="submit" title={EXPLANATIONS.send}>
          send
        </button>
      </form>
      <div className="row">
        {verb('accept')}
        {verb('hold')}
        {verb('refuse')}
      </div>
      <div className="row">
        <CloseCodeField label="Close code" value={code} onChange={setCode} />
        <button
          type="button"
          title={EXPLANATIONS.close}
          onClick={() => void drive(async (server) => server.close(readCloseCode(code)))}
        >
          close
        </button>
      </div>
      <div className="row">
        {verb('drop')}
        {verb('fail')}
        {verb('stall')}
        {verb('resume')}
      </div>
      <p role="alert">{problem}</p>
    </div>
  );
}

const EXPLANATIONS = {
  accept: 'Answer handshakes with 101: the socket opens',
  hold: 'Leave handshakes unanswered: the socket stays connecting',
  refuse: 'Answer handshakes with 503: error, then close 1006',
  send: 'Send this message',
  close: 'Start the closing handshake with this code',
  drop: 'Cut the cable: close 1006, without an error',
  fail: 'Break the protocol: error, then close 1006',
  stall: 'Go silent, while the socket stays open',
  resume: 'End the silence: what was held back is sent and read',
} as const;
