/** What the preset of the addon tells the page and the manager, before anything else runs there. */
export interface Settings {
  /** The folders whose code counts when a story leaves something behind. @default ['src'] */
  readonly ownCode?: readonly string[];
  /** Where Storybook serves real sockets, on its own port. @default it does not, and `noLiveServer` says why */
  readonly liveServerPath?: string;
  readonly noLiveServer?: string;
  /** The package that the project’s stories have their types from: `@storybook/react-vite`. */
  readonly framework?: string;
  /** Where a preview made with `definePreview` is, from the folder of the project. @default there is none: stories are objects */
  readonly previewPath?: string;
}

declare global {
  var reactWebSocketLab: Settings | undefined;
}

export function settings(): Settings {
  return globalThis.reactWebSocketLab ?? {};
}
