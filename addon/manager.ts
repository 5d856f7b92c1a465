/** `react-websocket-lab/manager`, which Storybook loads by itself: the panel and the tools. */
import { registerSocketPanel } from './panel/manager/register.tsx';
import { registerTools } from './toolbar/register.tsx';

registerTools();
registerSocketPanel();
