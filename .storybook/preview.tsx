import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import type { DocsContainerProps } from '@storybook/addon-docs/blocks';
import addonThemes, { withThemeByDataAttribute } from '@storybook/addon-themes';
import { definePreview } from '@storybook/react-vite';
import { setupWorker } from 'msw/browser';
import addonMsw from 'msw-storybook-addon';
import addonWebSocket, { includeMswHandlers } from 'react-websocket-lab';
import { configure } from 'storybook/test';
import { getPreferredColorScheme } from 'storybook/theming';
import { findLiveServer } from '../mocks/live/find-live-server.ts';
import { DocsPage } from './DocsPage.tsx';
import './lab.css';
import { withSentence } from './with-sentence.tsx';

// A real handshake may take longer than the usual second, on a machine that is busy with other tests.
configure({ asyncUtilTimeout: 15_000 });

const colorScheme = getPreferredColorScheme();

export default definePreview({
  addons: [
    addonDocs(),
    addonThemes(),
    // The worker is never started: its handlers answer in the page, so no service worker is needed,
    // and nothing but `WebSocket` is intercepted.
    addonMsw(() => {
      const worker = setupWorker();
      includeMswHandlers(() => worker.listHandlers());
      return worker;
    }),
    // Before a11y: what runs after each story runs in reverse, and this one takes the story away.
    ...addonWebSocket({ findLiveServer, urlArgument: true }),
    addonA11y(),
  ],
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    // Each Control with what it does.
    controls: { expanded: true },
    docs: {
      container: (props: DocsContainerProps) => <DocsPage {...props} defaultTheme={colorScheme} />,
    },
    layout: 'padded',
    // In a story that shows no mistake, the lab may see none.
    server: { warnings: [] },
    options: {
      storySort: {
        // Storybook reads this without running it, so the groups stand here once more: a test compares.
        method: 'alphabetical',
        order: [
          'Introduction',
          'Find your symptom',
          'All symptoms',
          'patterns',
          ['basics', 'staying-connected', 'sending', 'receiving', 'platform', 'products'],
          'pitfalls',
          'libraries',
          ['Compared', 'What we found', 'Live', 'Findings'],
          'What else there is',
          'protocol',
          ['Handshake', 'Frames', 'Wss', 'WhereToLook', 'CloseCodes', 'ServerMessages'],
          'Fidelity',
          'Use it in your Storybook',
          'Without Storybook',
        ],
      },
    },
  },
  decorators: [
    withSentence,
    withThemeByDataAttribute({
      themes: { light: 'light', dark: 'dark' },
      defaultTheme: colorScheme,
      attributeName: 'data-theme',
    }),
  ],
});
