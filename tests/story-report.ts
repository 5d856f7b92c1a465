/** What a run of stories as tests says, as Vitest and Jest both write it with their reporter `json`. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

export interface StoryResults {
  /** The names of the stories. */
  readonly passed: readonly string[];
  /** What the first error of each of the others says, by the name of its story. */
  readonly failed: Readonly<Record<string, string>>;
}

export function readReport(text: string): StoryResults {
  const { testResults } = JSON.parse(text) as Report;
  const tests = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    // Storybook's test runner calls the test itself by its kind.
    .map(({ title, ancestorTitles, ...rest }) => ({
      ...rest,
      name: /^(play|smoke)-test$/.test(title) ? (ancestorTitles.at(-1) ?? title) : title,
    }));
  const passed = tests.filter(({ status }) => status === 'passed');
  const failed = tests.filter(({ status }) => status === 'failed');
  return {
    passed: passed.map(({ name }) => name).toSorted(),
    failed: Object.fromEntries(
      failed.map(({ name, failureMessages: [message = ''] }) => [name, message]),
    ),
  };
}
