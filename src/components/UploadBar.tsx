interface UploadBarProps {
  readonly acknowledged: number;
  readonly sent: number;
  readonly total: number;
}

/** How much of a file the server has, how much is on the way, and how much is still to be sent. */
export function UploadBar({ acknowledged, sent, total }: UploadBarProps) {
  const percent = (bytes: number) => `${((100 * bytes) / Math.max(total, 1)).toFixed(1)}%`;
  const kib = (bytes: number) => Math.round(bytes / 1024);
  return (
    <figure className="upload-bar">
      <figcaption>
        The server has {kib(acknowledged)} of {kib(total)} KiB; {kib(sent - acknowledged)} KiB are
        on the way
      </figcaption>
      <div aria-hidden="true">
        <div className="sent" style={{ inlineSize: percent(sent) }} />
        <div className="acknowledged" style={{ inlineSize: percent(acknowledged) }} />
      </div>
    </figure>
  );
}
