import { definePreview } from '@storybook/react-vite';
import addonWebSocket from 'react-websocket-lab';

export default definePreview({ addons: [...addonWebSocket()] });
