import { connection } from 'next/server';
import { fetchFirst, socketUrl } from '../backend.ts';
import { Live } from './Live.tsx';

/** A server component does what ends: it fetches the first data. What goes on is for the client. */
export default async function Page() {
  // At each request: what was fetched at build would be old.
  await connection();
  return <Live first={await fetchFirst()} url={socketUrl('/fixed')} />;
}
