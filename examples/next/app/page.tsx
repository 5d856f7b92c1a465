import { PatternLinks } from './patterns/[folder]/Pattern.tsx';

/** Plain links: a `<Link>` to a page that makes a socket while rendering would make one by prefetching. */
export default function Page() {
  return (
    <>
      <h1>The patterns in Next.js</h1>
      <ul>
        <li>
          <a href="/fixed">03 fixed</a>
        </li>
        <li>
          <a href="/render">03 a socket while rendering</a>
        </li>
        <li>
          <a href="/render/at-build">03 a socket while building</a>
        </li>
        <li>
          <a href="/first-data">40 with first data from the server</a>
        </li>
        <PatternLinks />
      </ul>
    </>
  );
}
