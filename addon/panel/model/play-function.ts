import type { Call } from '../../story/heard-server.ts';
import type { Step } from './recording.ts';
import { toLiteral } from './literal.ts';

/** The play function that does the same, to be copied into a story; above it what it imports. */
export function toPlayFunction(steps: readonly Step[]): string {
  const imports = new Set<string>();
  let undoCount = 0;
  /** What takes back the behaviour of each server. */
  const undos = new Map<string, string>();
  const lines = steps.flatMap((step) => {
    if (step.verb !== 'behave') return [toLine(step)];
    const server = nameOf(step.server);
    const last = undos.get(server);
    const code = last === undefined ? [] : [`${last}();`];
    undos.delete(server);
    if (step.behaviour !== undefined) {
      const undo = `undo${++undoCount}`;
      undos.set(server, undo);
      imports.add(step.behaviour.replace(/\(.*/, ''));
      code.push(`const ${undo} = ${step.behaviour}(${server});`);
    }
    return code;
  });
  const importing =
    imports.size > 0
      ? `// import { ${[...imports].join(', ')} } from 'react-websocket-lab';\n`
      : '';
  return `${importing}play: async ({ server }) => {\n${lines.map((line) => `  ${line}\n`).join('')}},`;
}

/** A call as code. What is too long for a file is left out, and a comment says so. */
export function toCode({ verb, args, server, connection }: Call): string {
  const literals: string[] = [];
  for (const arg of args) {
    const literal = toLiteral(arg);
    if (literal === undefined) return `// ${verb}: left out, as it carries too much for a file.`;
    literals.push(literal);
  }
  const given = literals.join(', ');
  const named = nameOf(server);
  if (verb === 'latencyMs') return `${named}.latencyMs = ${given};`;
  const whose = connection === undefined ? named : `${named}.connections[${connection}]?`;
  return `await ${whose}.${verb}(${given});`;
}

/** What a play function calls a server. */
function nameOf(server: string | undefined): string {
  return server === undefined ? 'server' : `server.${server}`;
}

function toLine(step: Exclude<Step, { verb: 'behave' }>): string {
  switch (step.verb) {
    case 'connection':
      return times(step.count, `await ${nameOf(step.server)}.nextConnection();`);
    case 'closing':
      return times(step.count, `await ${nameOf(step.server)}.nextClose();`);
    case 'message':
      return times(step.count, `await ${nameOf(step.server)}.nextMessage();`);
    case 'stream': {
      const { message, perSecond, count } = step;
      const options = `{ perSecond: ${perSecond}, count: ${count} }`;
      return `await ${nameOf(step.server)}.stream(${toLiteral(message) ?? "''"}, ${options});`;
    }
    case 'call':
    case 'latency':
      return step.code;
  }
}

function times(count: number, code: string): string {
  return count === 1 ? code : `for (let n = 0; n < ${count}; n++) ${code}`;
}
