import * as v from 'valibot';
import { expect, test } from 'vitest';
import { pageMessage, serverMessage } from '../mocks/protocol-servers/protocol.ts';
import { SCHEMAS } from '../stories/protocol/server-messages/schemas.ts';
import {
  ERROR,
  SERVERS,
  type DocumentedServer,
} from '../stories/protocol/server-messages/servers.ts';

const servers: readonly DocumentedServer[] = Object.values(SERVERS);

test('the page shows one example of each message that a page may say', () => {
  const examples = servers.flatMap(({ hears }) => hears);
  expect(examples.map(({ type }) => type).toSorted()).toEqual(typesOf(pageMessage));
  for (const example of examples) expect(v.parse(pageMessage, example)).toEqual(example);
});

test('the page shows one example of each message that a server says', () => {
  const examples = [...servers.flatMap(({ says }) => says), ERROR];
  expect(examples.map(({ type }) => type).toSorted()).toEqual(typesOf(serverMessage));
  for (const example of examples) expect(v.parse(serverMessage, example)).toEqual(example);
});

test('the JSON Schema knows each message', () => {
  expect(SCHEMAS.page.oneOf ?? SCHEMAS.page.anyOf).toHaveLength(typesOf(pageMessage).length);
  expect(SCHEMAS.server.oneOf ?? SCHEMAS.server.anyOf).toHaveLength(typesOf(serverMessage).length);
});

function typesOf({ options }: typeof pageMessage | typeof serverMessage): string[] {
  return options.map(({ entries }) => entries.type.literal).toSorted();
}
