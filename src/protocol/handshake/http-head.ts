/**
 * The head of an HTTP/1.1 message: a start line and headers, as a handshake writes them
 * (RFC 6455 §1.3, RFC 9112 §2). A list of pairs, not a map: order and repetition are what a reader
 * of the wire wants to see, and what some rules are about.
 */
export type Header = readonly [name: string, value: string];

export interface RequestHead {
  readonly method: string;
  /** Path and query, such as `/chat?room=1`. */
  readonly target: string;
  /** Such as `1.1`. */
  readonly httpVersion: string;
  readonly headers: readonly Header[];
}

export interface ResponseHead {
  readonly httpVersion: string;
  readonly status: number;
  /** The words after the status, such as `Switching Protocols`. */
  readonly reason: string;
  readonly headers: readonly Header[];
}

/** The bytes of the request as text: lines end with CRLF, and an empty one ends the head. */
export function formatRequest({ method, target, httpVersion, headers }: RequestHead): string {
  return formatHead(`${method} ${target} HTTP/${httpVersion}`, headers);
}

export function formatResponse({ httpVersion, status, reason, headers }: ResponseHead): string {
  return formatHead(`HTTP/${httpVersion} ${status} ${reason}`, headers);
}

function formatHead(startLine: string, headers: readonly Header[]): string {
  return [startLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}

/** Reads a request head, or gives `undefined` when the text is not one. What follows is ignored. */
export function parseRequest(text: string): RequestHead | undefined {
  const [startLine = '', ...lines] = headLines(text);
  const [, method, target, httpVersion] = /^(\S+) (\S+) HTTP\/(\d\.\d)$/.exec(startLine) ?? [];
  const headers = parseHeaders(lines);
  if (!method || !target || !httpVersion || !headers) return undefined;
  return { method, target, httpVersion, headers };
}

/** Reads a response head, or gives `undefined` when the text is not one. What follows is ignored. */
export function parseResponse(text: string): ResponseHead | undefined {
  const [startLine = '', ...lines] = headLines(text);
  const [, httpVersion, status, reason] =
    /^HTTP\/(\d\.\d) (\d{3})(?: (.*))?$/.exec(startLine) ?? [];
  const headers = parseHeaders(lines);
  if (!httpVersion || !status || !headers) return undefined;
  return { httpVersion, status: Number(status), reason: reason ?? '', headers };
}

function headLines(text: string): readonly string[] {
  const end = text.indexOf('\r\n\r\n');
  return (end < 0 ? text : text.slice(0, end)).split('\r\n').filter((line, i) => line || i === 0);
}

function parseHeaders(lines: readonly string[]): readonly Header[] | undefined {
  const headers: Header[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    if (!isToken(name)) return undefined;
    headers.push([name, line.slice(colon + 1).trim()]);
  }
  return headers;
}

/** A `token` of RFC 9110 §5.6.2: a header's name, a subprotocol, an extension. */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text);
}

type Headed = Pick<RequestHead, 'headers'>;

/** The values of every header of that name, in order. Names are case-insensitive. */
export function headerValues({ headers }: Headed, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([one]) => one.toLowerCase() === wanted).map(([, value]) => value);
}

/** The elements of a comma-separated list, which may be spread over several headers. */
export function headerList(head: Headed, name: string): readonly string[] {
  return headerValues(head, name)
    .flatMap((value) => value.split(','))
    .map((element) => element.trim())
    .filter((element) => element !== '');
}

/** Whether the list has the word, in any case: `Connection: keep-alive, Upgrade` has `upgrade`. */
export function headerListHas(head: Headed, name: string, word: string): boolean {
  return headerList(head, name).some((one) => one.toLowerCase() === word.toLowerCase());
}
