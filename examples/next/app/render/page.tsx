import { connection } from 'next/server';
import { SocketWhileRendering } from '../../../../src/patterns/03-server-component/SocketWhileRendering.tsx';
import { socketUrl } from '../backend.ts';

export default async function Page() {
  // Renders for each request. Without this line, Next.js renders the page once, when it is built.
  await connection();
  return <SocketWhileRendering url={socketUrl('/render')} />;
}
