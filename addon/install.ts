/** `react-websocket-lab/install`, which runs before any module of the project: some keep `WebSocket` when they load. */
import { installSimulatedWebSocket } from '../mocks/install.ts';

installSimulatedWebSocket();
