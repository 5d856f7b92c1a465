import type { Pattern } from '../../../src/catalogue.ts';
import type { PatternComponent } from '../on-page.tsx';
import { AppendsTheEcho } from './AppendsTheEcho.tsx';
import { ForgetsWhenSent } from './ForgetsWhenSent.tsx';
import { LastMessage } from './LastMessage.tsx';
import { LeakedTimer } from './LeakedTimer.tsx';
import { NewIdEachTime } from './NewIdEachTime.tsx';
import { LostMove } from './LostMove.tsx';
import { SecondSocket } from './SecondSocket.tsx';
import { StaleStatus } from './StaleStatus.tsx';
import { ThrowsOnText } from './ThrowsOnText.tsx';

interface Fault {
  /** What stands for the folder of a pattern. */
  readonly folder: string;
  readonly Component: PatternComponent;
  readonly differs?: NonNullable<Pattern['differs']>;
  readonly delivers?: NonNullable<Pattern['delivers']>;
  /** What is said of it. */
  readonly wrong: string;
  /** The smallest play function that shows it. */
  readonly smallest: RegExp;
}

const plays = (...lines: string[]): RegExp => new RegExp(`=> {\n    ${lines.join('\n    ')}\n  },`);

const NO_LIST = { messages: 'It lists none.' };

/** Copies of patterns with a mistake of one kind each. */
export const FAULTS: readonly Fault[] = [
  {
    folder: 'a timer that is left behind',
    Component: LeakedTimer,
    differs: NO_LIST,
    wrong: 'left: setTimeout of 2000 ms',
    smallest: plays('await server\\.(drop|fail|close|refuse)\\(.*\\);'),
  },
  {
    folder: 'a second socket',
    Component: SecondSocket,
    differs: NO_LIST,
    wrong: '2 sockets where at most 1 is wanted',
    smallest: plays('page.offline\\(\\);', 'page.online\\(\\);'),
  },
  {
    folder: 'a connection that is lost with the URL',
    Component: LostMove,
    differs: NO_LIST,
    wrong: 'was given another URL, and its newest socket is clos',
    smallest: plays('await mount\\(<Pattern url=\\{`\\$\\{url\\}/other`\\} />\\);'),
  },
  {
    folder: 'lost messages',
    Component: LastMessage,
    wrong: 'the socket has received message 0a, message 0b, message 0c, and on screen is',
    smallest: plays('await Promise.all.*'),
  },
  {
    folder: 'the status of a socket that was left',
    Component: StaleStatus,
    differs: NO_LIST,
    wrong: 'the status says closed, and the newest socket is open',
    smallest: plays('await mount.*'),
  },
  {
    folder: 'an error in a handler',
    Component: ThrowsOnText,
    differs: NO_LIST,
    wrong: 'Uncaught SyntaxError',
    smallest: plays("await server.send\\('message 0'\\);"),
  },
  {
    folder: 'a message of the user that is lost',
    Component: ForgetsWhenSent,
    differs: NO_LIST,
    delivers: 'exactly once',
    wrong: 'and the server has taken nothing',
    smallest: plays('await server\\.stall\\(\\); await userEvent.*; await server\\.drop\\(\\);'),
  },
  {
    folder: 'a message of the user that arrives twice',
    Component: NewIdEachTime,
    differs: NO_LIST,
    delivers: 'exactly once',
    wrong: 'and the server has taken own',
    smallest: /userEvent\.type/,
  },
  {
    folder: 'a message of the user that is shown twice',
    Component: AppendsTheEcho,
    differs: NO_LIST,
    delivers: 'shown once',
    wrong: 'is on screen more often than',
    smallest: plays('await userEvent.type.*'),
  },
];
