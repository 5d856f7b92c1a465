/** Characters that are made into bytes at once: as many as take a millisecond or two. */
const CHUNK_CHARACTERS = 2 ** 17;

/** Joins the parts of a text, and lets the page work in between: one of megabytes holds up no frame. */
export async function collect(parts: Iterable<string>, type: string): Promise<Blob> {
  const chunks: Blob[] = [];
  let chunk: string[] = [];
  let characters = 0;
  for (const part of parts) {
    chunk.push(part);
    characters += part.length;
    if (characters < CHUNK_CHARACTERS) continue;
    chunks.push(new Blob([chunk.join('')]));
    chunk = [];
    characters = 0;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob([...chunks, chunk.join('')], { type });
}
