import { SocketWhileRendering } from '../../../../../src/patterns/03-server-component/SocketWhileRendering.tsx';
import { socketUrl } from '../../backend.ts';

/** Nothing here depends on the request, so Next.js renders it once, when it is built. */
export default function Page() {
  return <SocketWhileRendering url={socketUrl('/render/at-build')} />;
}
