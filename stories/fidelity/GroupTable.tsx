import { Fragment } from 'react';
import type { GroupReport } from '../../mocks/contract/fidelity/report.ts';
import { Disclosure } from './Disclosure.tsx';
import { Traces } from './Traces.tsx';
import { verdictOf } from './verdict.ts';

interface GroupTableProps {
  readonly group: GroupReport;
  readonly subjects: readonly string[];
}

/** One row for each scenario, and behind it the traces of those that differ. */
export function GroupTable({ group: { name, scenarios }, subjects }: GroupTableProps) {
  return (
    <table aria-label={name}>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          {subjects.map((subject) => (
            <th key={subject} scope="col">
              {subject}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scenarios.map((scenario) => (
          <Fragment key={scenario.name}>
            <tr>
              <th scope="row">{scenario.name}</th>
              {subjects.map((subject) => {
                const verdict = verdictOf(scenario, subject);
                return (
                  <td key={subject} data-verdict={verdict}>
                    {verdict}
                  </td>
                );
              })}
            </tr>
            {Object.keys(scenario.differences).length > 0 && (
              <tr className="behind">
                <td colSpan={subjects.length + 1}>
                  <Disclosure summary={`Traces: ${scenario.name}`}>
                    {() =>
                      Object.entries(scenario.differences).map(([subject, difference]) => (
                        <Traces key={subject} subject={subject} difference={difference} />
                      ))
                    }
                  </Disclosure>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
