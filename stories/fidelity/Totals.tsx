import type { FidelityReport, ScenarioReport } from '../../mocks/contract/fidelity/report.ts';
import { countEqual } from './verdict.ts';

interface RowProps {
  readonly name: string;
  readonly scenarios: readonly ScenarioReport[];
  readonly subjects: readonly string[];
}

function Row({ name, scenarios, subjects }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {subjects.map((subject) => {
        const count = countEqual(scenarios, subject);
        return (
          <td key={subject} data-verdict={count === scenarios.length ? 'equal' : 'differs'}>
            {count} of {scenarios.length}
          </td>
        );
      })}
    </tr>
  );
}

interface TotalsProps {
  readonly report: FidelityReport;
}

/** In how many scenarios each subject saw the same as the browser. */
export function Totals({ report: { reality, date, subjects, groups } }: TotalsProps) {
  return (
    <table>
      <caption>
        Scenarios that are the same as in {reality}, {date}
      </caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          {subjects.map((subject) => (
            <th key={subject} scope="col">
              {subject}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, scenarios }) => (
          <Row key={name} name={name} scenarios={scenarios} subjects={subjects} />
        ))}
      </tbody>
      <tfoot>
        <Row
          name="All"
          scenarios={groups.flatMap(({ scenarios }) => scenarios)}
          subjects={subjects}
        />
      </tfoot>
    </table>
  );
}
