import { useQuery, type QueryKey } from '@tanstack/react-query';

export type Load = (name: string, signal: AbortSignal) => Promise<unknown>;

interface PriceProps {
  readonly queryKey: QueryKey;
  readonly name: string;
  readonly load: Load;
}

/** One query. It knows nothing of the socket. */
export function Price({ queryKey, name, load }: PriceProps) {
  const { data, isPending, isFetching } = useQuery({
    queryKey,
    queryFn: ({ signal }) => load(name, signal),
    // The socket says when it is old: no other reason is needed.
    staleTime: Infinity,
  });
  return (
    <div data-fetching={isFetching}>
      <dt>{name}</dt>
      <dd>{isPending ? '…' : JSON.stringify(data)}</dd>
    </div>
  );
}
