import { useId } from 'react';
import { isSendableCloseCode } from '../../../src/protocol/close-code.ts';
import type { CloseCodeSender } from '../../../src/protocol/close-codes.ts';
import type { Row } from './rows.ts';

const SENDERS: Record<CloseCodeSender, string> = {
  endpoint: 'Either side',
  client: 'The client',
  server: 'The server',
  none: 'No one',
};

interface CodeRowProps {
  readonly row: Row;
  readonly onSend: (code: number) => void;
}

/** A close code, and the button that makes the server send it. */
export function CodeRow({ row, onSend }: CodeRowProps) {
  const reasonId = useId();
  const { code, label, name, meaning, sender, next, source } = row;
  const isSendable = isSendableCloseCode(code);
  return (
    <tr>
      <th scope="row">
        {label} {name}
      </th>
      <td>
        {meaning} <small>{source}</small>
      </td>
      <td>{SENDERS[sender]}</td>
      <td>{next}</td>
      <td>
        <button
          type="button"
          disabled={!isSendable}
          aria-describedby={isSendable ? undefined : reasonId}
          onClick={() => onSend(code)}
        >
          Send {code}
        </button>
        {!isSendable && <small id={reasonId}>No Close frame may carry it.</small>}
      </td>
    </tr>
  );
}
