import type { Plugin } from 'vite';
import { findHttpServer } from '../mocks/live/http-server.ts';

/**
 * Lets `storybook dev` say on every answer who may frame it: a page that frames a story could drive its
 * sockets, and read what they receive. Storybook's own header lets every page on this machine; a browser
 * obeys both. Storybook runs Vite as a middleware of its own server, so the
 * header is set on that one: https://www.w3.org/TR/CSP3/#directive-frame-ancestors
 * @param sources as the directive has them. @default "'self'"
 */
export function frameAncestors(sources = "'self'"): Plugin {
  return {
    name: 'lab-frame-ancestors',
    apply: 'serve',
    configureServer(vite) {
      findHttpServer(vite)?.prependListener('request', (_, response) => {
        response.setHeader('Content-Security-Policy', `frame-ancestors ${sources}`);
      });
    },
  };
}
