import type {} from 'react-websocket-lab';
