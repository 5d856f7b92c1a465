import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { Price, type Load } from './Price.tsx';
import { useFreshQueries } from './useFreshQueries.ts';

interface QueryCacheProps {
  readonly url: string;
  /** Fetches one entry of the server, as over HTTP. @default answers nothing */
  readonly load?: Load;
  readonly intervalMs?: number;
  readonly random?: () => number;
}

const NAMES = ['apples', 'pears', 'plums'];
const QUERY_KEY = ['prices'];
const loadNothing: Load = () => Promise.resolve(null);

function Prices({ url, load = loadNothing, ...options }: QueryCacheProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const status = useFreshQueries(url, {
    ...options,
    queryKey: QUERY_KEY,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });
  return (
    <section>
      <StatusBadge status={status} />
      <dl className="entries" aria-label="Prices">
        {NAMES.map((name) => (
          <Price key={name} queryKey={[...QUERY_KEY, name]} name={name} load={load} />
        ))}
      </dl>
      <MessageList messages={messages} />
    </section>
  );
}

/** Three queries that are fetched again when the socket says so. An app has one client, above everything. */
export function QueryCache(props: QueryCacheProps) {
  const [client] = useState(() => new QueryClient());
  useEffect(() => () => client.clear(), [client]);
  return (
    <QueryClientProvider client={client}>
      <Prices {...props} />
    </QueryClientProvider>
  );
}
