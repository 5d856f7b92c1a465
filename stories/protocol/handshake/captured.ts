import { parseRequest, parseResponse } from '../../../src/protocol/handshake.ts';
import json from './capture.json';

/** What `npm run capture` writes, and a build makes for itself. */
export interface CaptureFile {
  /** The browser and the server, with their versions. */
  readonly madeBy: string;
  /** As `2026-01-31`. */
  readonly date: string;
  /** The two heads as they went over the wire, with their empty line. */
  readonly request: string;
  readonly response: string;
}

function parsed<Head>(head: Head | undefined): Head {
  if (!head) throw new Error('capture.json holds no handshake: run `npm run capture` again.');
  return head;
}

/** The last capture. */
export const captured = {
  madeBy: json.madeBy,
  date: json.date,
  request: parsed(parseRequest(json.request)),
  response: parsed(parseResponse(json.response)),
};
