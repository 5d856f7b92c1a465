import type { Pattern } from '../../src/catalogue.ts';
import { addCommand, registryName } from '../../src/registry.ts';
import { CopyButton } from './CopyButton.tsx';

interface AddCommandProps {
  readonly pattern: Pattern;
}

/** The command that puts the pattern into the reader's project, from the site that this page is on. */
export function AddCommand({ pattern }: AddCommandProps) {
  const command = addCommand(pattern, location.href);
  const local = `npx shadcn@latest add ./storybook-static/r/${registryName(pattern)}.json`;
  return (
    <div className="command" role="group" aria-label="Add it by a command">
      <div className="row">
        <code>{command ?? local}</code>
        <CopyButton text={command ?? local} />
      </div>
      {command === undefined ? (
        <p>
          This page has no web address that the command could name, so shadcn cannot fetch the
          pattern from here. Build the lab with <code>npm run build</code>, and give the path of the
          file, as above.
        </p>
      ) : (
        <p className="quiet">
          It adds the pattern and its parts. Your project needs a <code>components.json</code>,
          which <code>npx shadcn@latest init</code> makes.
        </p>
      )}
    </div>
  );
}
