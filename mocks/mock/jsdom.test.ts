// @vitest-environment jsdom
import { describeMock } from './testing.tsx';

describeMock('jsdom');
