import { decodeBase64 } from './bytes.ts';
import type { Command } from './command.ts';
import type { Content } from './socket-event.ts';

/** One line of the play function; `connection` waits for the page to connect. */
export type Step = Command | { readonly verb: 'connection' };

export interface Recording {
  readonly isOn: boolean;
  readonly steps: readonly Step[];
  /** How many of the story's connections the steps have waited for. */
  readonly connections: number;
}

export const NO_RECORDING: Recording = { isOn: false, steps: [], connections: 0 };

/** Adds a verb, behind the connections that the page has made before it. */
export function record(recording: Recording, command: Command, connections: number): Recording {
  if (!recording.isOn) return recording;
  const length = Math.max(0, connections - recording.connections);
  const waits = Array.from({ length }, (): Step => ({ verb: 'connection' }));
  return { ...recording, steps: [...recording.steps, ...waits, command], connections };
}

/** The play function that does the same, to be copied into a story. */
export function toPlayFunction(steps: readonly Step[]): string {
  const lines = steps.map((step) => `  ${toCode(step)}\n`);
  return `play: async ({ server }) => {\n${lines.join('')}},`;
}

function toCode(step: Step): string {
  switch (step.verb) {
    case 'connection':
      return 'await server.nextConnection();';
    case 'refuse':
      return `await server.refuse(${step.status});`;
    case 'send':
      return `await server.send(${toLiteral(step.content)});`;
    case 'close': {
      const reason = step.reason === undefined ? [] : [quote(step.reason)];
      const code = step.code === undefined ? [] : [step.code, ...reason];
      return `await server.close(${code.join(', ')});`;
    }
    case 'behave':
      return step.behaviour === undefined
        ? '// no behaviour from here on'
        : `${step.behaviour}(server); // imported from mocks/behaviours.ts`;
    default:
      return `await server.${step.verb}();`;
  }
}

function toLiteral(content: Content): string {
  if (content.kind === 'text') return quote(content.text);
  return `new Uint8Array([${decodeBase64(content.base64).join(', ')}])`;
}

/** A string literal as Prettier writes it. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
