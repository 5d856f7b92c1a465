/** The same tests in each environment that has a page: a component, its socket, and what the server does. */
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, vi } from 'vitest';
import { findRefusal } from '../story-urls.ts';
import { acceptsAndEchoes, simulateServer } from './index.ts';
import { testWithServer } from './vitest.ts';

function Ticker({ url = 'wss://api.example.com/prices?token=1' }: { url?: string }) {
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    const add = (line: string) => setLines((all) => [...all, line]);
    const socket = new WebSocket(url, ['v2']);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      add(`open ${socket.protocol}`);
      socket.send('hello');
    };
    socket.onmessage = ({ data }) =>
      add(typeof data === 'string' ? data : `${(data as ArrayBuffer).byteLength} bytes`);
    socket.onerror = () => add('error');
    socket.onclose = ({ code, reason, wasClean }) => add(`close ${code} ${reason} ${wasClean}`);
    return () => {
      socket.onclose = null;
      socket.close();
    };
  }, [url]);
  return <p>{lines.join(', ')}</p>;
}

const shows = (text: string) => waitFor(() => expect(screen.getByText(text)).toBeDefined());

export function describeMock(environment: string): void {
  afterEach(cleanup);
  const test = testWithServer('wss://api.example.com/*');

  describe(`the mock in ${environment}`, () => {
    test('a component and its server talk, and close with a code', async ({ server }) => {
      render(<Ticker />);
      expect(await server.nextConnection()).toMatchObject({
        url: 'wss://api.example.com/prices?token=1',
        protocols: ['v2'],
      });
      expect(await server.nextMessage()).toBe('hello');
      await server.send('101.25');
      await server.send(new Uint8Array([1, 2, 3]));
      await server.close(4001, 'bye');
      await shows('open v2, 101.25, 3 bytes, close 4001 bye true');
      expect(server.received).toEqual(['hello']);
    });

    test('refused, dropped and failed are told apart', async ({ server }) => {
      await server.refuse();
      const { unmount } = render(<Ticker />);
      await shows('error, close 1006 false');
      unmount();
      await server.accept();
      render(<Ticker />);
      await server.nextMessage();
      await server.drop();
      await shows('open v2, close 1006 false');
    });

    test('what is unmounted closes its socket', async ({ server }) => {
      const { unmount } = render(<Ticker />);
      await server.nextMessage();
      unmount();
      expect(await server.nextClose()).toMatchObject({ code: 1005, wasClean: true });
    });

    test('a socket that no server answers is refused, and named', async ({ server }) => {
      render(<Ticker url="wss://other.example.com/" />);
      await shows('error, close 1006 false');
      await expect(server.send('x')).rejects.toThrow(
        'wss://other.example.com/ was refused, because no server answers that URL',
      );
    });

    test('a wait for what does not come ends before the test does', async ({ server }) => {
      await expect(server.nextConnection()).rejects.toThrow('Waited 4000 ms for a connection');
    });

    test('two servers, a behaviour, and the page’s own class afterwards', async ({ server }) => {
      const simulated = window.WebSocket;
      const stop = vi.fn();
      const echoes = acceptsAndEchoes();
      const echo = simulateServer('wss://echo.example.com', {
        behaviour: (other) => {
          const undo = echoes(other);
          return () => {
            stop();
            undo();
          };
        },
      });
      render(<Ticker url="wss://echo.example.com/1" />);
      await shows('open v2, hello');
      echo.dispose();
      expect(stop).toHaveBeenCalledOnce();
      expect(window.WebSocket).toBe(simulated);
      expect(findRefusal('wss://other.example.com/')).toBeDefined();
      server.dispose();
      expect(window.WebSocket).not.toBe(simulated);
      expect(findRefusal('wss://other.example.com/')).toBeUndefined();
    });
  });
}
