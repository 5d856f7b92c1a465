import { describe, expect, test } from 'vitest';
import { filesOf, flatten } from './flatten.ts';

const FILES: Record<string, string> = {
  'src/patterns/x/X.tsx': `import { useId, type ReactNode } from 'react';
import { Badge } from '../../components/Badge.tsx';
import '../../components/controls.css';
import { useX } from './useX.ts';

export function X({ children }: { children: ReactNode }) {
  return <Badge id={useId()} status={useX()}>{children}</Badge>;
}
`,
  'src/patterns/x/useX.ts': `import { useEffect, useState } from 'react';
import type { Status } from '../../connection/status.ts';

export function useX(): Status {
  return 'open';
}
`,
  'src/components/Badge.tsx': `import type { ReactNode } from 'react';
import type { Status } from '../connection/status.ts';

export function Badge(props: { status: Status; children: ReactNode }) {
  return <p>{props.children}</p>;
}
`,
  'src/connection/status.ts': `export type Status = 'open' | 'closed';
`,
};
const read = (path: string) => FILES[path];

describe('flatten', () => {
  test('puts each file after what it imports, and each once', () => {
    expect(filesOf('src/patterns/x/X.tsx', read)).toEqual([
      'src/connection/status.ts',
      'src/components/Badge.tsx',
      'src/patterns/x/useX.ts',
      'src/patterns/x/X.tsx',
    ]);
  });

  test('merges the imports of packages, drops the others, and exports the pattern only', () => {
    const flat = flatten('src/patterns/x/X.tsx', read);
    expect(flat.match(/^import .*$/gm)).toEqual([
      "import { type ReactNode, useEffect, useId, useState } from 'react';",
    ]);
    expect(flat.match(/^export .*$/gm)).toEqual([
      'export function X({ children }: { children: ReactNode }) {',
    ]);
    expect(flat).toContain("type Status = 'open' | 'closed';");
  });

  test('names a file that is missing', () => {
    expect(() => flatten('src/missing.ts', read)).toThrow('src/missing.ts is imported');
  });
});
