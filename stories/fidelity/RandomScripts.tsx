import type { RandomReport } from '../../mocks/contract/fidelity/report.ts';

interface RandomScriptsProps {
  readonly random: RandomReport;
}

/** What the last run of random scripts has found. */
export function RandomScripts({
  random: { reality, date, scripts, seconds, seed, differences, unsteady },
}: RandomScriptsProps) {
  return (
    <table>
      <caption>
        Random scripts, in {reality}, {date}
      </caption>
      <tbody>
        <tr>
          <th scope="row">Scripts, in {seconds} seconds</th>
          <td>{scripts.toLocaleString('en')}</td>
        </tr>
        <tr>
          <th scope="row">The simulation saw something else</th>
          <td data-verdict={differences === 0 ? 'equal' : 'differs'}>{differences}</td>
        </tr>
        <tr>
          <th scope="row">Chromium saw two things when the script ran again</th>
          <td>{unsteady}</td>
        </tr>
        <tr>
          <th scope="row">Seed of the first</th>
          <td>{seed}</td>
        </tr>
      </tbody>
    </table>
  );
}
