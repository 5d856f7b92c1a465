import type { Pattern } from './pattern.ts';

export const ACKNOWLEDGED: Pattern = {
  folder: '22-acknowledged',
  group: 'sending',
  title: 'Keep it until the server has it',
  lesson:
    'Keep a message until the server says that it has it, and send it again under the same id, never under a new one.',
  view: 'AcknowledgedSocket.tsx',
  symptoms: [
    'send() succeeded, but the message never arrived',
    'Messages are lost when the Wi-Fi changes',
    'Messages arrive twice after a reconnect',
  ],
  prevents:
    'Code that forgets a message when it is sent loses what was on the way when the connection ended: 866 of 10,000 messages through 200 faults in the lab’s test, in which this pattern loses none. Code that sends it again under a new id shows it twice.',
  notNeeded:
    'You do not need it when a newer message replaces an older one, as with positions; nor for a message that HTTP can carry. A reload of the page still loses what is due: a store in the browser keeps it. Well-kept libraries that do it: Socket.IO, with `retries` and `ackTimeout`, and MQTT.js, with quality of service 1 or 2.',
  rules: [
    {
      text: 'send() only puts a message into a queue. Nothing says whether it has arrived.',
      url: 'https://websockets.spec.whatwg.org/#dom-websocket-send',
    },
    {
      text: 'An ack that is lost looks like a message that is lost: only an id tells the server which it was.',
      url: 'https://socket.io/docs/v4/tutorial/step-8',
    },
    {
      text: 'An ack that does not come is how a dead line shows: leave it, and send again on the next one.',
      url: 'https://socket.io/docs/v4/delivery-guarantees/',
    },
  ],
  delivers: 'exactly once',
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
