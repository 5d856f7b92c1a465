import { Countdown } from './Countdown.tsx';
import { StatusDot } from './StatusDot.tsx';

interface SocketUsersProps {
  /** What is drawn, by URL. */
  readonly sockets: ReadonlyMap<
    string,
    {
      readonly status: { readonly state: string };
      readonly users: number;
      readonly endsAt?: number | undefined;
    }
  >;
}

/** Each socket with its users: a line for each of them, and all lead to one dot. */
export function SocketUsers({ sockets }: SocketUsersProps) {
  return (
    <div className="socket-users" role="group" aria-label="Sockets">
      {[...sockets].map(([url, { status, users, endsAt }], index) => (
        <div key={url}>
          <span className="users" aria-hidden="true">
            {Array.from({ length: users }, (_, user) => (
              <span key={user} />
            ))}
          </span>
          <StatusDot status={status} />
          <span>
            Socket {index + 1}, {users === 1 ? '1 user' : `${users} users`}
          </span>
          {endsAt !== undefined && (
            <span>
              closes in <Countdown key={endsAt} until={endsAt} everyMs={100} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
