import { toJsonSchema } from '@valibot/to-json-schema';
import { pageMessage, serverMessage } from '../../../mocks/protocol-servers/protocol.ts';

/** The protocol as JSON Schema, from the schemas by which the servers read. */
export const SCHEMAS = {
  page: toJsonSchema(pageMessage),
  server: toJsonSchema(serverMessage),
};
