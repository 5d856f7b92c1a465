/** `react-websocket-lab/manager`, which Storybook loads by itself: the panel, and what carries the bytes. */
import { registerSocketPanel } from './panel/manager/register.tsx';
import { registerTransportTool } from './toolbar/register.tsx';

registerTransportTool();
registerSocketPanel();
