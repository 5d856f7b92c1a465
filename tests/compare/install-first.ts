/** Before the libraries and React: some keep `WebSocket` when they are loaded, and React tells Fast Refresh of itself then. */
import { injectIntoGlobalHook } from 'react-refresh/runtime';
import { installSimulatedWebSocket } from '../../mocks/install.ts';

injectIntoGlobalHook(window);
installSimulatedWebSocket();
