// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { testWithServer } from 'react-websocket-lab/vitest';
import { useEffect, useState } from 'react';
import { expect } from 'vitest';

function Ticker() {
  const [price, setPrice] = useState('…');
  useEffect(() => {
    const socket = new WebSocket('wss://api.example.com/prices');
    socket.onmessage = ({ data }) => setPrice(String(data));
    socket.onclose = ({ code }) => setPrice(`closed ${code}`);
    return () => socket.close();
  }, []);
  return <output>{price}</output>;
}

const test = testWithServer('wss://api.example.com/*');

test('shows the price, and that the line is cut', async ({ server }) => {
  render(<Ticker />);
  await server.nextConnection();
  await server.send('101.25');
  expect(await screen.findByText('101.25')).toBeTruthy();

  await server.drop();
  expect(await screen.findByText('closed 1006')).toBeTruthy();
});
