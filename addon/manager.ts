/** `react-websocket-lab/manager`, which Storybook loads by itself: the panel, and what carries the bytes. */
import { registerSocketPanel } from '../src/panel/manager/register.tsx';
import { registerTransportTool } from '../src/panel/manager/register-transport.tsx';

registerTransportTool();
registerSocketPanel();
