import { tellCalls, type Method } from './tell-calls.ts';

/**
 * Web Locks and BroadcastChannels, which go through another process of the browser. What the page has asked
 * for before a round trip through that process has come when the round trip ends.
 */
export class BetweenTabs {
  readonly #locks = navigator.locks as LockManager | undefined;
  readonly #undos: (() => void)[] = [];
  readonly #post: (channel: BroadcastChannel) => void;
  #hasLocks = false;
  #hasChannels = false;
  #channels: readonly [from: BroadcastChannel, to: BroadcastChannel] | undefined;

  /** @param onUse is called for each lock that the page requests, and each message that it posts */
  constructor(onUse: () => void) {
    const post = Reflect.get(BroadcastChannel.prototype, 'postMessage') as Method;
    this.#post = (channel) => void post.call(channel, null);
    this.#undos.push(
      tellCalls(BroadcastChannel.prototype, 'postMessage', () => {
        this.#hasChannels = true;
        onUse();
      }),
    );
    // Pages without TLS have no locks.
    if (!this.#locks) return;
    this.#undos.push(
      tellCalls(LockManager.prototype, 'request', () => {
        this.#hasLocks = true;
        onUse();
      }),
    );
  }

  /** Resolves at once where the page has used neither. */
  async roundTrip(): Promise<void> {
    // A lock that is released is granted to the next one without a call.
    if (this.#hasLocks) await this.#locks?.query();
    if (!this.#hasChannels) return;
    const name = crypto.randomUUID();
    // Not before it is needed: an open channel may keep a page from coming back by the Back button.
    const [from, to] = (this.#channels ??= [
      new BroadcastChannel(name),
      new BroadcastChannel(name),
    ]);
    await new Promise((resolve) => {
      to.onmessage = resolve;
      this.#post(from);
    });
  }

  dispose(): void {
    for (const undo of this.#undos) undo();
    for (const channel of this.#channels ?? []) channel.close();
  }
}
