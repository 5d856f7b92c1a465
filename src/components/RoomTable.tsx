import { StatusDot } from './StatusDot.tsx';

interface RoomTableProps {
  /** What is drawn, by name. */
  readonly rooms: ReadonlyMap<
    string,
    {
      readonly state: string;
      readonly ref: string;
      readonly watchers: number;
      readonly late: number;
    }
  >;
}

/** Each room that is watched: how far it is joined, by which join, and for how many. */
export function RoomTable({ rooms }: RoomTableProps) {
  return (
    <table className="rooms">
      <caption>Rooms</caption>
      <thead>
        <tr>
          <th scope="col">Room</th>
          <th scope="col">State</th>
          <th scope="col">Join</th>
          <th scope="col">Watchers</th>
          <th scope="col">Too late</th>
        </tr>
      </thead>
      <tbody>
        {[...rooms].map(([name, { state, ref, watchers, late }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <StatusDot status={{ state }} /> {state}
            </td>
            <td>{ref}</td>
            <td>{watchers}</td>
            <td>{late}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
