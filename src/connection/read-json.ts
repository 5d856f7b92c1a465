/** What a message says as a JSON object. One that is no JSON object says nothing: `{}`. */
export function readJson(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== 'string') return {};
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
