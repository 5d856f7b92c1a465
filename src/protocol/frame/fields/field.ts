import { toSpacedHex } from '../../hex.ts';

/** One field of the figure in RFC 6455 §5.2, as it stands in a frame. */
export interface FrameField {
  /** As in the RFC's figure. */
  readonly name: string;
  /** Where it starts: bits from the first bit of the frame. */
  readonly bit: number;
  /** How many bits of it there are. */
  readonly bits: number;
  /** As it travels: binary digits below a byte, else hexadecimal, at most `SHOWN_BYTES`. */
  readonly raw: string;
  /** What it says, unmasked: `text`, `126`, `“Hello”`. */
  readonly value: string;
  /** What that means for the receiver, in one sentence. */
  readonly means: string;
  /** Where it is defined, such as `RFC 6455 §5.2`. */
  readonly section: string;
}

/** Longer fields are shown by their first bytes. */
export const SHOWN_BYTES = 24;

export function shown(bytes: Uint8Array): string {
  return toSpacedHex(bytes.subarray(0, SHOWN_BYTES)) + (bytes.length > SHOWN_BYTES ? ' …' : '');
}
