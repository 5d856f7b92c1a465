import type { Person } from '../connection/presence.ts';

/** Who is there, as discs with their initials; `undefined` while it is not known. */
export function People({ people }: { readonly people: readonly Person[] | undefined }) {
  if (!people) return <p className="quiet">Who is here is not known.</p>;
  if (people.length === 0) return <p className="quiet">No one is here.</p>;
  return (
    <ul className="people" aria-label="Who is here">
      {people.map(({ user, devices, isTyping }) => (
        <li key={user} data-typing={isTyping}>
          <span aria-hidden="true">{user.slice(0, 2)}</span>
          {user}
          {devices > 1 && <small> {devices} devices</small>}
          {isTyping && <small> types…</small>}
        </li>
      ))}
    </ul>
  );
}
