import { useState } from 'react';
import { Header } from './Header.tsx';
import './page.css';

/** A page whose visitor can log in and out. */
export function Page() {
  const [userName, setUserName] = useState<string>();
  const login = () => setUserName('Ada');

  return (
    <article>
      <Header
        userName={userName}
        onLogin={login}
        onSignUp={login}
        onLogout={() => setUserName(undefined)}
      />
      <section className="page">
        <h2>A page made of parts</h2>
        <p>Each of them has stories of its own, and this page puts them together.</p>
        <ul>
          <li>Data comes in as arguments.</li>
          <li>What a visitor does is played by a story.</li>
        </ul>
      </section>
    </article>
  );
}
