/** Set when the module is loaded: between two stories, a test run loads the files of the next. */
export const timer = setInterval(() => undefined, 1_000_000);
