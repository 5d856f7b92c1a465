import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

type Request = (
  name: string,
  options: LockOptions,
  granted: LockGrantedCallback<unknown>,
) => Promise<unknown>;

/** Web locks, held or waited for: undone when the callback is done. Pages without TLS have none. */
export function watchLocks(register: Register): Undo[] {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return [];
  return [
    replace(locks as { request: Request }, 'request', (original) => (name, ...rest) => {
      const call = [name, ...rest] as Parameters<Request>;
      const request = original.apply(locks, call);
      register.add(request, {
        what: `lock "${name}"`,
        // There is no other way to take a lock from its holder.
        end: () => void original.call(locks, name, { steal: true }, () => undefined),
      });
      const forget = () => register.remove(request);
      request.then(forget, forget);
      return request;
    }),
  ];
}
