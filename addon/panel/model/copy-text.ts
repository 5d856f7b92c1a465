import type { Row } from './row-list.ts';
import { contentOf, directionOf, formatSeconds, typeOf } from './describe.ts';

/** A row as a line of text: binary content in base64, so that nothing of it is lost. */
export function toCopyText({ event, sinceOpenMs }: Row): string {
  const isBinary = event.type === 'message' && event.content?.kind === 'binary';
  const content = isBinary ? event.content.base64 : contentOf(event);
  const time = sinceOpenMs === undefined ? '' : formatSeconds(sinceOpenMs);
  return [time, directionOf(event) ?? '', typeOf(event), content].join('\t');
}
