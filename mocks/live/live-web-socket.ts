import { WebSocket } from 'ws';
import { isPageCloseCode } from '../../src/protocol/close-code.ts';

/** A socket of `ws` that can answer the page's Close frame with something else than the same. */
export class LiveWebSocket extends WebSocket {
  #answer: { readonly code: number | undefined; readonly reason: string } | undefined;

  answerCloseWith(code: number | undefined, reason: string): void {
    this.#answer = { code, reason };
  }

  /** Starts the closing handshake. */
  startClosing(code: number | undefined, reason: string): void {
    super.close(code, reason);
  }

  /** `ws` calls this: to answer with what a page has said, or to say what the page has done wrong. */
  override close(code?: number, reason?: string | Buffer): void {
    const isAnswer =
      this.readyState === WebSocket.OPEN && (code === undefined || isPageCloseCode(code));
    if (isAnswer && this.#answer) super.close(this.#answer.code, this.#answer.reason);
    else super.close(code, reason);
  }
}
