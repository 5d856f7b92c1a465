/** New projects, made by the templates of Vite and Next.js, with what shadcn asks for before it adds anything. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

/** Where a project keeps its code, as `components.json` names it. */
export type Aliases = Readonly<Record<'components' | 'hooks' | 'lib', string>>;

export const USUAL: Aliases = { components: '@/components', hooks: '@/hooks', lib: '@/lib' };

export interface Project {
  readonly name: string;
  readonly folder: string;
  /** What `@/` stands for, from the folder. */
  readonly root: string;
  /** Runs a program of npm there. Answers with all that it says, and throws that where it fails. */
  run(command: string): Promise<string>;
  /** Puts views on the first page, each by its name. */
  showViews(views: readonly string[], aliases: Aliases): Promise<void>;
  writeConfig(aliases: Aliases): Promise<void>;
}

/** `npm run` tells its children things about this project that hold for no other. */
const OF_NPM = /^(npm_|INIT_CWD$|NODE_ENV$)/i;

async function run(command: string, cwd: string): Promise<string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !OF_NPM.test(name)),
  );
  const [program = '', ...args] = command.split(' ');
  const { all } = await execa(program, args, {
    cwd,
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
    extendEnv: false,
    stdin: 'ignore',
    all: true,
  });
  return all;
}

/** What `shadcn init` writes into `components.json`, but for the base colour: shadcn would fetch that from its site. */
function configOf(rsc: boolean, css: string, { components, hooks, lib }: Aliases) {
  return {
    $schema: 'https://ui.shadcn.com/schema.json',
    style: 'new-york',
    rsc,
    tsx: true,
    tailwind: { config: '', css, baseColor: '', cssVariables: true, prefix: '' },
    iconLibrary: 'lucide',
    aliases: { components, hooks, lib, ui: `${components}/ui`, utils: `${lib}/utils` },
  };
}

function project(
  name: string,
  parent: string,
  root: string,
  rsc: boolean,
  css: string,
  page: string,
) {
  const folder = join(parent, name);
  return {
    name,
    folder,
    root,
    run: (command: string) => run(command, folder),
    writeConfig: (aliases: Aliases) =>
      writeFile(join(folder, 'components.json'), JSON.stringify(configOf(rsc, css, aliases))),
    showViews: (views: readonly string[], { components }: Aliases) =>
      writeFile(join(folder, page), pageOf(views, components)),
  } satisfies Project;
}

/** In Next.js this is a server component: a view without `'use client'` fails there. */
function pageOf(views: readonly string[], components: string): string {
  return `import type { ComponentType } from 'react';
${views.map((view) => `import { ${view} } from '${components}/websocket/${view}';`).join('\n')}

const VIEWS = [${views.join(', ')}] as unknown as ComponentType<{ url: string }>[];

export default function Page() {
  return VIEWS.map((View, index) => <View key={index} url="wss://example.test" />);
}
`;
}

export async function makeViteProject(parent: string): Promise<Project> {
  await run(
    'npm create --yes vite@latest vite-app -- --template react-ts --no-interactive',
    parent,
  );
  const app = project('vite-app', parent, 'src', false, 'src/index.css', 'src/App.tsx');
  await app.run('npm install --no-audit --no-fund');
  // As https://ui.shadcn.com/docs/installation/vite says: the alias, in both files and for Vite.
  const paths = '"paths": { "@/*": ["./src/*"] }';
  await edit(app.folder, 'tsconfig.json', '{', `{ "compilerOptions": { ${paths} },`);
  await edit(
    app.folder,
    'tsconfig.app.json',
    '"compilerOptions": {',
    `"compilerOptions": { ${paths},`,
  );
  await edit(
    app.folder,
    'vite.config.ts',
    'plugins:',
    'resolve: { tsconfigPaths: true },\n  plugins:',
  );
  return app;
}

export async function makeNextProject(parent: string): Promise<Project> {
  await run('npx --yes create-next-app@latest next-app --yes --use-npm --disable-git', parent);
  const app = project('next-app', parent, '.', true, 'app/globals.css', 'app/page.tsx');
  // The template's own layout fetches fonts from Google when it is built.
  await writeFile(
    join(app.folder, 'app/layout.tsx'),
    `import type { ReactNode } from 'react';
import './globals.css';

export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  );
  return app;
}

async function edit(folder: string, file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) {
    throw new Error(
      `The template's ${file} has no \`${from}\` any more, so the alias cannot be put there. Look at ${path}, and change scripts/registry/new-project.ts.`,
    );
  }
  await writeFile(path, text.replace(from, to));
}
