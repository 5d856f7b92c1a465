import * as React from 'react';

interface ImportFieldProps {
  readonly onImport: (file: Blob, name: string) => void;
  readonly onTakeTimeline: () => void;
}

/** Takes a file that is chosen or dropped, or what the timeline holds. */
export function ImportField({ onImport, onTakeTimeline }: ImportFieldProps): React.JSX.Element {
  const [isOver, setIsOver] = React.useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onImport(file, file.name);
  };
  return (
    <div
      className="import"
      data-over={isOver}
      onDragOver={(event) => {
        // Without this the browser opens the file.
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <label>
        Import a HAR{' '}
        <input
          type="file"
          accept=".har,.json,application/json"
          onChange={({ target }) => {
            take(target.files);
            // The same file may be chosen again, once it is corrected.
            target.value = '';
          }}
        />
      </label>
      <button type="button" onClick={onTakeTimeline}>
        Take the timeline
      </button>
      <p>
        Choose or drop a file that this panel has exported, or that Chrome’s DevTools have saved:
        Network, Export HAR. The server then sends what the real one sent.
      </p>
    </div>
  );
}
