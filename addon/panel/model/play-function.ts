import { fromBase64 } from '../../../src/protocol/base64.ts';
import type { Step } from './recording.ts';
import type { Content } from './socket-event.ts';

/** The play function that does the same, to be copied into a story; above it what it imports. */
export function toPlayFunction(steps: readonly Step[]): string {
  const imports = new Set<string>();
  let undoCount = 0;
  let undo: string | undefined;
  const lines = steps.flatMap((step) => {
    if (step.verb !== 'behave') return [toCode(step)];
    const code = undo === undefined ? [] : [`${undo}();`];
    undo = undefined;
    if (step.behaviour !== undefined) {
      undo = `undo${++undoCount}`;
      imports.add(step.behaviour.replace(/\(.*/, ''));
      code.push(`const ${undo} = ${step.behaviour}(server);`);
    }
    return code;
  });
  const importing =
    imports.size > 0
      ? `// import { ${[...imports].join(', ')} } from 'react-websocket-lab';\n`
      : '';
  return `${importing}play: async ({ server }) => {\n${lines.map((line) => `  ${line}\n`).join('')}},`;
}

function toCode(step: Exclude<Step, { verb: 'behave' }>): string {
  switch (step.verb) {
    case 'connection':
      return times(step.count, 'await server.nextConnection();');
    case 'closing':
      return times(step.count, 'await server.nextClose();');
    case 'message':
      return times(step.count, 'await server.nextMessage();');
    case 'latency':
      return `server.latencyMs = ${step.latencyMs};`;
    case 'stream': {
      const { message, perSecond, count } = step;
      return `await server.stream(${quote(message)}, { perSecond: ${perSecond}, count: ${count} });`;
    }
    case 'refuse':
      return `await server.refuse(${step.status});`;
    case 'send':
      return `await server.send(${toLiteral(step.content)});`;
    case 'close': {
      const reason = step.reason === undefined ? [] : [quote(step.reason)];
      const code = step.code === undefined ? [] : [step.code, ...reason];
      return `await server.close(${code.join(', ')});`;
    }
    default:
      return `await server.${step.verb}();`;
  }
}

function times(count: number, code: string): string {
  return count === 1 ? code : `for (let n = 0; n < ${count}; n++) ${code}`;
}

function toLiteral(content: Content): string {
  if (content.kind === 'text') return quote(content.text);
  return `new Uint8Array([${fromBase64(content.base64).join(', ')}])`;
}

/** A string literal as Prettier writes it. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
