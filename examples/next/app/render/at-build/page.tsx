import { LastMessage } from '../../../../../src/pitfalls/p01-socket-while-rendering/Broken.tsx';
import { socketUrl } from '../../backend.ts';

/** Nothing here depends on the request, so Next.js renders it once, when it is built. */
export default function Page() {
  return <LastMessage url={socketUrl('/render/at-build')} />;
}
