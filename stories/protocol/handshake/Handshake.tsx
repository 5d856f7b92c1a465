import type { SocketServer } from '../../../mocks/socket-server.ts';
import { SocketEvents } from '../../../src/patterns/events/SocketEvents.tsx';
import { BreakageChoice } from './BreakageChoice.tsx';
import { captured } from './captured.ts';
import './handshake.css';
import { Request, Response } from './Heads.tsx';
import { KeyField } from './KeyField.tsx';
import { Sequence } from './Sequence.tsx';
import { StepText } from './StepText.tsx';
import { useHandshake } from './useHandshake.ts';

interface HandshakeProps {
  readonly url: string;
  /** It must leave handshakes unanswered: they are answered at the second step. */
  readonly server: SocketServer;
}

/** An opening handshake, step by step, with a socket that takes the same steps. */
export function Handshake({ url, server }: HandshakeProps) {
  const { step, broken, exchange, connection, ...page } = useHandshake(server);
  const source = connection?.requestHead
    ? 'sent by this browser just now, as the server received it'
    : `captured from ${captured.madeBy} on ${captured.date}`;

  return (
    <div className="handshake">
      <div className="choices">
        <Sequence
          step={step}
          exchange={exchange}
          isSecure={url.startsWith('wss:')}
          onStep={page.goTo}
        />
        <BreakageChoice value={broken} onChange={page.breakBy} />
      </div>
      <StepText step={step} url={url} exchange={exchange} />
      {step > 0 && (
        <>
          {exchange && (
            <>
              <Request
                head={exchange.request}
                source={page.isKeyChanged ? `${source}, with your key` : source}
                broken={broken.request && broken.header}
              />
              <KeyField value={page.key ?? ''} accept={exchange.accept} onChange={page.changeKey} />
              {step > 1 && (
                <Response head={exchange.response} broken={broken.response && broken.header} />
              )}
            </>
          )}
          <section aria-label="What the page sees">
            <h2>What the page sees</h2>
            <SocketEvents key={page.attempt} url={url} />
            {step > 1 && exchange?.refusal?.rule === 'accept-wrong' && (
              <p>
                The server behind this socket has named an unknown subprotocol in its answer: it
                cannot send a wrong accept value, and the page is told the same of both.
              </p>
            )}
            {step === 3 && !exchange?.refusal && (
              <button type="button" onClick={() => void connection?.send('Hello')}>
                Let the server send a frame
              </button>
            )}
          </section>
        </>
      )}
    </div>
  );
}
