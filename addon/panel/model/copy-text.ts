import type { Row } from './row-list.ts';
import { contentOf, directionOf, formatSeconds, typeOf } from './describe.ts';

/** A row as a line of text: binary content in base64, so that nothing of it is lost. */
export function toCopyText({ event, sinceStartMs }: Row): string {
  const isBinary = event.type === 'message' && event.content?.kind === 'binary';
  const content = isBinary ? event.content.base64 : contentOf(event);
  const time = formatSeconds(sinceStartMs);
  const direction = directionOf(event) ?? '';
  return [time, `#${event.socketId}`, direction, typeOf(event), content].join('\t');
}
