import { connection } from 'next/server';
import { fetchFirstData, socketUrl } from '../backend.ts';
import { Feed } from './Feed.tsx';

/** The events so far are in the HTML, with their position. */
export default async function Page() {
  // At each request: what was fetched at build would be old.
  await connection();
  return <Feed first={await fetchFirstData()} url={socketUrl('/first-data')} />;
}
