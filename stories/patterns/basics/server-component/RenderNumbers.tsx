import type capture from './capture.json';
import './next.css';

/** What became of the sockets that a server component makes while it renders. */
export function RenderNumbers({ requests, forEachRequest, atBuild }: (typeof capture)['render']) {
  const rows: readonly (readonly [string, keyof typeof atBuild])[] = [
    ['Sockets opened by next build', 'openedByBuild'],
    ['Sockets opened by the server, while the page was asked for', 'openedByServer'],
    ['Sockets opened by the browser', 'openedByBrowser'],
    ['Pages that showed the message', 'pagesWithMessage'],
    ['Still open when the browser had left', 'openAfterwards'],
    ['Close code, when the process that had opened them ended', 'closedWith'],
  ];
  return (
    <table className="next">
      <caption>
        Each page was asked for {requests} times. The server sent a message to every socket.
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Rendered for each request</th>
          <th scope="col">Rendered once, at build</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, key]) => (
          <tr key={key}>
            <th scope="row">{what}</th>
            <td>{forEachRequest[key]}</td>
            <td>{atBuild[key]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
