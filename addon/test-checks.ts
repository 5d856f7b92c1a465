/**
 * `react-websocket-lab/test-checks`, which the preset puts before the annotations of all addons: Storybook
 * runs the first `afterEach` last, so that a11y still finds the story on the page.
 */
import { collectChecks } from './story/after-test.ts';

export const afterEach = collectChecks();
