import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: 'The patterns in Next.js',
  icons: 'data:,', // none, so that no browser asks for one
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">All pages</Link>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
