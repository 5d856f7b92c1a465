import { definePreviewAddon } from 'storybook/internal/csf';
import { addons } from 'storybook/preview-api';
import { Session } from '../../story/session.ts';
import { PanelChannel } from '../model/channel.ts';
import { Emitter } from './emitter.ts';

let emitter: Emitter | undefined;

/** The channel is there once the first story is to be rendered, and not before. */
function openEmitter(): Emitter {
  const channel = addons.getChannel();
  const isOwn = (source: unknown) => source === window.location.origin;
  return new Emitter(new PanelChannel(channel, isOwn));
}

/**
 * Whether nothing frames this page, or something of its origin: Storybook's channel posts to whoever
 * frames it, and no other site may read what sockets of this origin receive.
 */
function isFramedByOwnOrigin(): boolean {
  try {
    return window.parent.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

/** The panel's half on the page. Give it to `definePreview` behind the addon of the server. */
export default function addonPanel() {
  return definePreviewAddon({
    // Runs before every render, when the story's session is open.
    beforeEach: (context) => {
      // A Docs page shows many stories, and no panel.
      if (context.viewMode !== 'story' || !isFramedByOwnOrigin()) return;
      emitter ??= openEmitter();
      emitter.begin(context.id, Session.of(context.id));
    },
  });
}
