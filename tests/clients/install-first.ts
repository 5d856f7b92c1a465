/** Before the clients: some keep `WebSocket` when they are loaded. */
import { installSimulatedWebSocket } from '../../mocks/install.ts';

installSimulatedWebSocket();
