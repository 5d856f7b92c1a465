/** `react-websocket-lab/vitest-setup`, which the preset adds to the tests of stories. */
import { afterEach } from 'vitest';
import { collectChecks } from './story/after-test.ts';

afterEach(collectChecks());
