import { useEffect, useState } from 'react';
import type { RequestHead } from '../../../src/protocol/handshake.ts';
import type { Breakage } from './breakages.ts';
import { exchangeHeads } from './exchange.ts';
import type { Exchange } from './exchange.ts';

interface ExchangeState {
  /** The last that was worked out: Web Crypto takes a moment, and an empty page would flicker. */
  readonly exchange: Exchange | undefined;
  /** Whether it is of this very request and breakage. */
  readonly isSettled: boolean;
}

/** The exchange of a request that something goes wrong with. */
export function useExchange(sent: RequestHead | undefined, broken: Breakage): ExchangeState {
  const [found, setFound] = useState<{ sent: RequestHead; broken: Breakage; exchange: Exchange }>();

  useEffect(() => {
    if (!sent) return;
    let isCurrent = true;
    void exchangeHeads(sent, broken).then((exchange) => {
      if (isCurrent) setFound({ sent, broken, exchange });
    });
    return () => {
      isCurrent = false;
    };
  }, [sent, broken]);

  return {
    exchange: found?.exchange,
    isSettled: found !== undefined && found.sent === sent && found.broken === broken,
  };
}
