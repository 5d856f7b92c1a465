/** Clients that speak a protocol of their own, and build their own URLs from an address. */
import { RealtimeClient } from '@supabase/realtime-js';
import { Client as Stomp } from '@stomp/stompjs';
import { createWSClient } from '@trpc/client';
import { Centrifuge } from 'centrifuge';
import { Socket as EngineIo } from 'engine.io-client';
import { createClient as createGraphqlClient } from 'graphql-ws';
import mqtt from 'mqtt';
import { Socket as Phoenix } from 'phoenix';
import Pusher from 'pusher-js';
import { io } from 'socket.io-client';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import { answersFirst, RETRY_MS, type Client, type Note } from './client.ts';

const HEARTBEAT_MS = 60_000;
const ENGINE_OPEN = `0${JSON.stringify({
  sid: 'a',
  upgrades: [],
  pingInterval: HEARTBEAT_MS,
  pingTimeout: HEARTBEAT_MS,
  maxPayload: 1_000_000,
})}`;

const codeOf = (event: unknown) => String((event as { code?: number } | undefined)?.code);
const closed = (note: Note) => (event: unknown) => note(`closed ${codeOf(event)}`);
const wait = () => new Promise<void>((resolve) => setTimeout(resolve, RETRY_MS));

export const PROTOCOLS: Readonly<Record<string, Client>> = {
  'socket.io-client': {
    greet: (connection) => {
      void connection.send(ENGINE_OPEN);
      answersFirst('40{"sid":"b"}')(connection);
    },
    message: '42["news","hello"]',
    start: (note) => {
      const socket = io('https://api.test', {
        transports: ['websocket'],
        forceNew: true,
        reconnectionDelay: RETRY_MS,
        randomizationFactor: 0,
      });
      socket.on('connect', () => note('connected'));
      socket.on('news', (text) => note(`message ${text}`));
      socket.on('disconnect', (reason, details) => {
        note(`closed ${reason} ${codeOf(details && 'context' in details && details.context)}`);
      });
      socket.on('connect_error', ({ message }) => note(`failed ${message}`));
      return () => socket.disconnect();
    },
  },
  'engine.io-client': {
    greet: (connection) => void connection.send(ENGINE_OPEN),
    message: '4hello',
    retries: false,
    start: (note) => {
      const socket = new EngineIo('wss://api.test', { transports: ['websocket'] });
      socket.on('open', () => note('connected'));
      socket.on('message', (data) => note(`message ${String(data)}`));
      socket.on('close', (reason, details) => {
        note(`closed ${reason} ${codeOf(details && 'context' in details && details.context)}`);
      });
      return () => socket.close();
    },
  },
  phoenix: {
    message: '[null,null,"room","news",{}]',
    start: (note) => {
      const socket = new Phoenix('wss://api.test/socket', {
        reconnectAfterMs: () => RETRY_MS,
        heartbeatIntervalMs: HEARTBEAT_MS,
      });
      socket.onOpen(() => note('connected'));
      socket.onMessage((message) => note(`message ${(message as { event: string }).event}`));
      socket.onClose(closed(note));
      socket.connect();
      return () => socket.disconnect();
    },
  },
  'pusher-js': {
    greet: (connection) => {
      const data = JSON.stringify({ socket_id: '1.1', activity_timeout: 120 });
      void connection.send(JSON.stringify({ event: 'pusher:connection_established', data }));
    },
    message: '{"event":"news","channel":"room","data":"{}"}',
    start: (note) => {
      const pusher = new Pusher('key', {
        wsHost: 'api.test',
        forceTLS: true,
        cluster: 'eu',
        enabledTransports: ['ws'],
        disableStats: true,
      });
      pusher.connection.bind('state_change', ({ current }: { current: string }) => {
        note(current === 'connected' ? current : `closed: ${current}`);
      });
      pusher.connection.bind('message', ({ event }: { event: string }) => note(`message ${event}`));
      return () => pusher.disconnect();
    },
  },
  '@supabase/realtime-js': {
    message: '[null,null,"room","news",{}]',
    start: (note) => {
      const client = new RealtimeClient('wss://api.test/realtime/v1', {
        params: { apikey: 'key' },
        reconnectAfterMs: () => RETRY_MS,
        heartbeatIntervalMs: HEARTBEAT_MS,
        logger: (kind: string, text: string) => {
          if (kind === 'receive') note(`message ${text.replaceAll(/\s+/g, ' ')}`);
        },
      });
      client.stateChangeCallbacks.open.push(['lab', () => note('connected')]);
      client.stateChangeCallbacks.close.push(['lab', closed(note)]);
      client.connect();
      return () => client.disconnect();
    },
  },
  'y-websocket': {
    // A question for its state, which it answers.
    message: new Uint8Array([0, 0, 1, 0]).buffer,
    shownBy: 'answer',
    start: (note) => {
      const provider = new WebsocketProvider('wss://api.test/y', 'room', new Doc(), {
        maxBackoffTime: RETRY_MS,
        disableBc: true,
      });
      provider.on('status', ({ status }) => {
        if (status === 'connected') note(status);
      });
      provider.on('connection-close', (event) => closed(note)(event));
      return () => provider.destroy();
    },
  },
  'graphql-ws': {
    greet: answersFirst('{"type":"connection_ack"}'),
    message: '{"type":"ping"}',
    start: (note) => {
      const client = createGraphqlClient({
        url: 'wss://api.test/graphql',
        lazy: false,
        retryAttempts: 10,
        retryWait: wait,
        shouldRetry: () => true,
        onNonLazyError: (error) => note(`fatal ${codeOf(error)}`),
        on: {
          connected: () => note('connected'),
          ping: () => note('message ping'),
          closed: closed(note),
        },
      });
      return () => client.dispose();
    },
  },
  '@trpc/client': {
    message: 'PING',
    shownBy: 'answer',
    start: (note) => {
      const client = createWSClient({
        url: 'wss://api.test/trpc',
        retryDelayMs: () => RETRY_MS,
        onOpen: () => note('connected'),
        onClose: closed(note),
      });
      return () => client.close();
    },
  },
  centrifuge: {
    greet: answersFirst('{"id":1,"connect":{"client":"a","version":"0"}}'),
    message: '{"push":{"message":{"data":"hello"}}}',
    start: (note) => {
      const centrifuge = new Centrifuge('wss://api.test/connection/websocket', {
        minReconnectDelay: RETRY_MS,
        maxReconnectDelay: RETRY_MS,
      });
      centrifuge.on('connected', () => note('connected'));
      centrifuge.on('message', ({ data }) => note(`message ${String(data)}`));
      centrifuge.on('connecting', ({ code, reason }) => {
        if (code !== 0) note(`closed ${code} ${reason}`);
      });
      centrifuge.on('disconnected', ({ code, reason }) => note(`closed ${code} ${reason}`));
      centrifuge.connect();
      return () => centrifuge.disconnect();
    },
  },
  '@stomp/stompjs': {
    greet: answersFirst('CONNECTED\nversion:1.2\n\n\0'),
    message: 'MESSAGE\nsubscription:a\nmessage-id:1\ndestination:/news\n\nhello\0',
    start: (note) => {
      const client = new Stomp({
        brokerURL: 'wss://api.test/stomp',
        reconnectDelay: RETRY_MS,
        heartbeatIncoming: 0,
        heartbeatOutgoing: 0,
        onConnect: () => note('connected'),
        onUnhandledMessage: ({ body }) => note(`message ${body}`),
        onWebSocketClose: closed(note),
      });
      client.activate();
      return () => client.deactivate({ force: true });
    },
  },
  mqtt: {
    greet: answersFirst(new Uint8Array([0x20, 2, 0, 0]).buffer),
    message: new Uint8Array([0x30, 4, 0, 1, 0x6e, 0x68]).buffer,
    start: (note) => {
      const client = mqtt.connect('wss://api.test/mqtt', {
        reconnectPeriod: RETRY_MS,
        keepalive: 0,
      });
      client.on('connect', () => note('connected'));
      client.on('message', (topic, payload) => note(`message ${topic} ${payload.toString()}`));
      client.on('close', () => note('closed'));
      client.on('error', () => undefined);
      return () => client.end(true);
    },
  },
};
