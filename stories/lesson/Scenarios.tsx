import { sentenceOf } from '../../.storybook/sentence-of.ts';
import { InlineCode } from './InlineCode.tsx';
import type { Scenario, Story } from './useScenario.ts';
import './scenarios.css';

interface ScenariosProps {
  readonly stories: readonly Story[];
  readonly scenario: Scenario;
}

/** The stories of a pattern: each plays on the demo above when it is pressed. */
export function Scenarios({ stories, scenario }: ScenariosProps) {
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">Scenarios</h2>
      <p className="quiet">
        Press one: it plays on the demo above, with the assertions that it has as a test.
      </p>
      <ul className="scenarios">
        {stories.map((story) => (
          <li
            key={story.id}
            data-progress={story === scenario.story ? scenario.progress : undefined}
          >
            <button
              type="button"
              aria-current={story === scenario.story}
              onClick={() => scenario.play(story)}
            >
              {story.name}
            </button>
            <p>
              <InlineCode text={sentenceOf(story)} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
