import type { FidelityReport } from '../../mocks/contract/fidelity/report.ts';
import './fidelity.css';
import { Disclosure } from './Disclosure.tsx';
import { GroupTable } from './GroupTable.tsx';
import { RandomScripts } from './RandomScripts.tsx';
import { Totals } from './Totals.tsx';

interface FidelityPageProps {
  readonly report: FidelityReport;
  /** What no simulation can make equal, and no scenario compares. */
  readonly unequalByNature: readonly { readonly what: string; readonly why: string }[];
}

/** The contract's last report: who sees the same as the browser, and where not. */
export function FidelityPage({ report, unequalByNature }: FidelityPageProps) {
  return (
    <div className="fidelity">
      <Totals report={report} />
      <h2>Scenario by scenario</h2>
      {report.groups.map((group) => (
        <Disclosure key={group.name} summary={`${group.name}: ${group.scenarios.length}`}>
          {() => <GroupTable group={group} subjects={report.subjects} />}
        </Disclosure>
      ))}
      <h2>At random</h2>
      <RandomScripts random={report.random} />
      <h2>What cannot be equal</h2>
      <p>No script in a page can make these the same, so no scenario compares them.</p>
      <dl>
        {unequalByNature.map(({ what, why }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
