/** RFC 6455 §5.5: what a control frame carries. */
const LIMIT_BYTES = 125;

const encoder = new TextEncoder();

/**
 * What a Ping frame carries.
 * @throws {RangeError} when it is over 125 bytes
 */
export function toPingData(data: string | ArrayBuffer): ArrayBuffer {
  const bytes = typeof data === 'string' ? encoder.encode(data).buffer : data.slice(0);
  if (bytes.byteLength <= LIMIT_BYTES) return bytes;
  throw new RangeError(
    `A ping carries at most ${LIMIT_BYTES} bytes, and these are ${bytes.byteLength}. Send what is longer as a message.`,
  );
}
