/** Puts permessage-deflate on the messages of one direction (RFC 7692 §7.2.1). */
export interface Deflater {
  /** @returns the payload to send with RSV1 set, to be cut into frames at will */
  deflate(message: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * A deflater that needs nothing but the platform's `CompressionStream`.
 *
 * That stream cannot flush, only end: each message is a DEFLATE stream of its own that ends with a
 * BFINAL block, followed by one zero byte, as RFC 7692 §7.2.3.4 shows. Every receiver must take it.
 * It never points back into earlier messages, so it is right with and without context takeover,
 * and for repeated messages larger than a sender that flushes would make it. Its window is 32 KiB:
 * an offer with `server_max_window_bits` below 15 is one to decline.
 */
export function createPlatformDeflater(): Deflater {
  return {
    async deflate(message) {
      const stream = new CompressionStream('deflate-raw');
      const writer = stream.writable.getWriter();
      const whole = new Response(stream.readable).arrayBuffer();
      // A copy: the stream must not see later changes of the caller's memory.
      await Promise.all([writer.write(new Uint8Array(message)), writer.close()]);
      const deflated = new Uint8Array(await whole);
      // The zero is an empty block without compression, whose other four bytes (00 00 FF FF) are
      // the tail that a sender leaves out.
      const payload = new Uint8Array(deflated.length + 1);
      payload.set(deflated);
      return payload;
    },
  };
}
