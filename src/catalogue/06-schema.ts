import type { Pattern } from './pattern.ts';

export const SCHEMA: Pattern = {
  folder: '06-schema',
  group: 'basics',
  title: 'Messages with a schema',
  lesson:
    'What comes over the wire is unknown until it is parsed, and a bad message must not end the good ones.',
  view: 'ParsedMessages.tsx',
  symptoms: [
    'Unexpected token < in JSON at position 0',
    'Cannot read properties of undefined, after the server was updated',
    'How do I type event.data in TypeScript?',
  ],
  prevents:
    'A cast makes TypeScript believe what nothing has checked: the first message of another shape throws far from the socket, in a component that renders it.',
  notNeeded:
    'You do not need it when page and server are built from the same types and always deployed together, as with tRPC. Well-kept libraries for schemas are zod, valibot and ArkType: all follow Standard Schema.',
  rules: [
    {
      text: 'A type assertion is removed when TypeScript is compiled: nothing checks it when it runs.',
      url: 'https://www.typescriptlang.org/docs/handbook/2/everyday-types.html#type-assertions',
    },
    {
      text: 'Standard Schema is one interface for all schema libraries, so a hook need not choose one.',
      url: 'https://standardschema.dev',
    },
    {
      text: 'Validate the structure and the size of every message that comes over a WebSocket, like all other input.',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html',
    },
  ],
};
