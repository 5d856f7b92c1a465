import { describeMock } from './testing.tsx';

describeMock('Chromium');
