// @vitest-environment happy-dom
import { describeMock } from './testing.tsx';

describeMock('happy-dom');
