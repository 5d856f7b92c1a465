import { useEffect, useEffectEvent, useState } from 'react';
import { toText } from '../../connection/history.ts';
import { openSocket } from '../../connection/open-socket.ts';
import { parseMessage } from '../../connection/parse-message.ts';
import { addRejection, NO_REJECTIONS } from '../../connection/rejections.ts';
import type { StandardSchema } from '../../connection/standard-schema.ts';
import { CONNECTING } from '../../connection/status.ts';

/**
 * A socket that hands on only what its schema has let through.
 *
 * Why parse: the type of `data` is unknown, whatever a cast says. A message that cannot be read is
 * counted, and the next one is read all the same: a server that is newer than the page, or wrong once,
 * must not end what works.
 *
 * @param schema of zod, valibot, or any other that follows https://standardschema.dev
 * @param onMessage called with each good message, as the schema returns it
 * @returns the status, and what was rejected, by reason
 */
export function useParsedMessages<T>(
  url: string,
  schema: StandardSchema<T>,
  onMessage: (message: T) => void,
) {
  const [status, setStatus] = useState(CONNECTING);
  const [rejected, setRejected] = useState(NO_REJECTIONS);
  const handle = useEffectEvent((data: string | Blob | ArrayBuffer) => {
    const parsed = parseMessage(data, schema);
    if (parsed.isGood) onMessage(parsed.value);
    else setRejected((rejected) => addRejection(rejected, parsed, toText(data)));
  });

  useEffect(() => {
    const opened = openSocket(url, {
      onStatus: setStatus,
      onMessage: ({ data }) => handle(data),
    });
    return () => opened.leave();
  }, [url]);

  return { status, rejected };
}
