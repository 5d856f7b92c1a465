import type { FuzzScript, Reaction, Step } from './script.ts';

/** The source text of what a function does. */
function source(act: unknown): string {
  if (typeof act !== 'function') return String(act);
  return String(act)
    .replace(/^\(?[\w, ]+\)? => /, '')
    .replace(/\s+/g, ' ');
}

function showReaction({ on, nth, when, actions }: Reaction): string {
  return `  on ${on} ${nth + 1}, in the ${when}: ${actions.map(source).join('; ')}`;
}

function showStep(step: Step): string {
  switch (step.kind) {
    case 'connect':
      return [
        `connect ${JSON.stringify(step.protocols)}${step.actions.map((act) => `; ${source(act)}`).join('')}`,
        ...step.reactions.map(showReaction),
      ].join('\n');
    case 'page':
      return `page, socket ${step.socket}: ${step.actions.map(source).join('; ')}`;
    case 'server':
      return `server, socket ${step.socket}: ${step.verbs.map(source).join('; ')}`;
    case 'silence':
      return `server, socket ${step.socket}: ${step.verb}`;
    case 'policy':
      return `server: ${source(step.decide)}`;
  }
}

/** A script in lines, numbered as its trace numbers them. */
export function showScript(script: FuzzScript): string {
  return script.map((step, index) => `${index + 1}. ${showStep(step)}`).join('\n');
}
