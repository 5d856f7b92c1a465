/** What a message says as a JSON object. One that is no JSON object says nothing: `{}`. */
export function readJson(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== 'string') return {};
  try {
    const value: unknown = JSON.parse(data);
    // Not a copy: it is no one else's, and a copy took as long as the rest.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
