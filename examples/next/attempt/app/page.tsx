import { UseEffectSocket } from '../../../../src/patterns/01-use-effect/UseEffectSocket.tsx';

/** Do not copy: a socket in an effect, as a server component. It does not build. */
export default function Page() {
  return <UseEffectSocket url="wss://example.com" />;
}
