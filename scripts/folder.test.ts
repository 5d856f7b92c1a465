import { expect, test } from 'vitest';
import { findFlawOf } from './folder.ts';

test.for(['/home/ana/lab', '/tmp/Jürgen/日本語 (1)/lab', '/a b/+,;=@!~/lab'])(
  'the lab runs in %s',
  (folder) => expect(findFlawOf(folder)).toBeUndefined(),
);

test.for(['/tmp/lab#1', '/tmp/a?b', '/tmp/100%', '/tmp/[lab]', '/tmp/{a,b}', '/tmp/*', "/it's"])(
  'for %s it says what to do',
  (folder) => {
    expect(findFlawOf(folder)).toContain(folder);
    expect(findFlawOf(folder)).toContain('Move the lab');
  },
);
