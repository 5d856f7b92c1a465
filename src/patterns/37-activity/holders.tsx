import { Activity } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useFeed } from './useFeed.ts';

export interface FeedProps {
  readonly url: string;
  readonly random?: () => number;
}

/** Holds the socket inside the boundary: hidden means disconnected, and shown again it catches up. */
export function FeedInside({ url, random }: FeedProps) {
  const { status, messages } = useFeed(url, random);
  return (
    <>
      <StatusBadge status={status} />
      <MessageList messages={messages} />
    </>
  );
}

/** Holds the socket above the boundary: it stays while the list is hidden, and the list is complete at once. */
export function FeedAbove({ url, random, mode }: FeedProps & { mode: 'visible' | 'hidden' }) {
  const { status, messages } = useFeed(url, random);
  return (
    <>
      <StatusBadge status={status} />
      <Activity mode={mode}>
        <MessageList messages={messages} />
      </Activity>
    </>
  );
}
