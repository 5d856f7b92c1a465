/** The same conversation, heard on the way: once over TCP, once over TLS. */
export interface TlsCapture {
  /** The browser and the server, with their versions. */
  readonly madeBy: string;
  readonly overTcp: Heard;
  readonly overTls: Heard;
  readonly mixedContent: readonly MixedContent[];
}

export interface Heard {
  /** Where the browser connected to, which every packet says: its IP address and port. */
  readonly address: string;
  /** What passed, in order. `bytes` is base64; `ms` counts from the opening of the connection. */
  readonly passed: readonly {
    readonly from: 'client' | 'server';
    readonly ms: number;
    readonly bytes: string;
  }[];
}

/** What came of `new WebSocket(url)` in a page. */
export interface MixedContent {
  /** Schemes and hosts, without ports. */
  readonly page: string;
  readonly url: string;
  readonly isCertificateTrusted: boolean;
  /** `open`, the name of what the constructor threw, or the events: `error, close 1006`. */
  readonly outcome: string;
}
