import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { useEffect, useState, type PropsWithChildren } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { themes } from 'storybook/theming';

interface GlobalsUpdated {
  readonly globals: Readonly<Record<string, unknown>>;
}

interface DocsPageProps extends DocsContainerProps {
  /** What the theme is where no one has chosen one. */
  readonly defaultTheme: 'light' | 'dark';
}

/** What is around each Docs page: the theme of the toolbar, which Storybook gives to stories only. */
export function DocsPage({ defaultTheme, children, ...props }: PropsWithChildren<DocsPageProps>) {
  const [theme, setTheme] = useState(() => themeNow() ?? defaultTheme);

  useEffect(() => {
    const channel = addons.getChannel();
    const onGlobals = ({ globals }: GlobalsUpdated) => setTheme(themeIn(globals) ?? defaultTheme);
    channel.on(GLOBALS_UPDATED, onGlobals);
    return () => channel.off(GLOBALS_UPDATED, onGlobals);
  }, [defaultTheme]);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <DocsContainer {...props} theme={themes[theme]}>
      {children}
    </DocsContainer>
  );
}

/** What was chosen before this page came, in the toolbar or by the page's address. */
function themeNow(): 'light' | 'dark' | undefined {
  const last = addons.getChannel().last(GLOBALS_UPDATED) as [GlobalsUpdated] | undefined;
  if (last) return themeIn(last[0].globals);
  const inAddress = new URLSearchParams(location.search).get('globals') ?? '';
  return themeIn({ theme: /(?:^|;)theme:(\w+)/.exec(inAddress)?.[1] });
}

function themeIn({ theme }: Readonly<Record<string, unknown>>): 'light' | 'dark' | undefined {
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}
