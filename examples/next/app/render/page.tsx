import { connection } from 'next/server';
import { LastMessage } from '../../../../src/pitfalls/p01-socket-while-rendering/Broken.tsx';
import { socketUrl } from '../backend.ts';

export default async function Page() {
  // Renders for each request. Without this line, Next.js renders the page once, when it is built.
  await connection();
  return <LastMessage url={socketUrl('/render')} />;
}
