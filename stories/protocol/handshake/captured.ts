import { parseRequest, parseResponse } from '../../../src/protocol/handshake.ts';
import json from './capture.json';

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
