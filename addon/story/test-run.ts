/** Whether Storybook's test runner has this page. It says so before the first story, when the page is already there. */
export function isTestRunner(): boolean {
  return navigator.userAgent.includes('StorybookTestRunner');
}

/** Whether the stories on this page run as tests: in Vitest, or in the test runner. */
export function isTestRun(): boolean {
  return '__vitest_browser__' in globalThis || '__vitest_worker__' in globalThis || isTestRunner();
}
