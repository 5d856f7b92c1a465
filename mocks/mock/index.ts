/** `react-websocket-lab/mock`: the simulated socket and its server, without Storybook. */
import './needs-page.ts';

export * from '../all-behaviours.ts';
export { simulateServer, type SimulateOptions } from './simulate-server.ts';
