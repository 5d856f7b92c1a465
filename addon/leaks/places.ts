/** What outlives a component, of all that one can listen to. */
export interface Place {
  readonly name: string;
  readonly isLasting?: (isOnPage: boolean) => boolean;
}

let ofPage: ReadonlyMap<unknown, string> | undefined;

/** What there is once on a page, by name. */
function placesOfPage(): ReadonlyMap<unknown, string> {
  const names = {
    window: ['visualViewport', 'navigation', 'speechSynthesis', 'cookieStore'],
    document: ['fonts'],
    screen: ['orientation'],
    navigator: ['connection', 'serviceWorker', 'mediaDevices', 'permissions', 'virtualKeyboard'],
  };
  const objects = { window, document, screen, navigator };
  return new Map<unknown, string>([
    [window, 'window'],
    [document, 'document'],
    ...Object.entries(names).flatMap(([object, parts]) =>
      parts.map((part): [unknown, string] => [
        Reflect.get(objects[object as keyof typeof objects], part),
        object === 'window' ? part : `${object}.${part}`,
      ]),
    ),
  ]);
}

/** Those that a story has around it from the beginning. */
function isAround(node: Node): boolean {
  return [document.documentElement, document.head, document.body].includes(node as HTMLElement);
}

/**
 * Where a listener would outlive the component that added it. Not what the component itself has made,
 * and leaves to the garbage collector: its own `EventTarget`, a request, an element that is off the page.
 */
export function findPlace(target: EventTarget): Place | undefined {
  ofPage ??= placesOfPage();
  const name = ofPage.get(target);
  if (name !== undefined) return { name };
  if (target instanceof MediaQueryList) return { name: `matchMedia("${target.media}")` };
  if (target instanceof Node) {
    return {
      name: `<${target.nodeName.toLowerCase()}>`,
      // While a story is on the page, so are its own elements.
      isLasting: (isOnPage) => target.isConnected && (!isOnPage || isAround(target)),
    };
  }
  return undefined;
}
