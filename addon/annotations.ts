/**
 * `react-websocket-lab/preview`, which Storybook loads by itself where the preview is an object (CSF 3).
 * A preview of `definePreview` does not get it, and names the addon itself.
 */
import { composeConfigs } from 'storybook/preview-api';
import addonWebSocket from './preview.ts';

export default composeConfigs([...addonWebSocket()]);
