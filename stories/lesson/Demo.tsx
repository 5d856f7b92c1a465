import { DocsContext } from '@storybook/addon-docs/blocks';
import { use, useState } from 'react';
import { UPDATE_STORY_ARGS } from 'storybook/internal/core-events';
import { ClockBar } from './ClockBar.tsx';
import { PageBar } from './PageBar.tsx';
import { Remote } from './Remote.tsx';
import type { Progress, Scenario } from './useScenario.ts';
import { WireStrip } from './WireStrip.tsx';
import './demo.css';

const PROGRESS: Record<Progress, string> = {
  shown: 'Live demo',
  playing: 'Playing',
  played: 'Played',
  failed: 'Failed',
};

interface DemoProps {
  readonly scenario: Scenario;
}

/** The one live demo of a lesson: the pattern, its server's remote, and what travels between them. */
export function Demo({ scenario }: DemoProps) {
  const { story, run, progress, problem, stage, restart } = scenario;
  return (
    <section className="demo" aria-label="Live demo">
      <div className="title">
        <p role="status">
          <b>{PROGRESS[progress]}</b> {story.name}
        </p>
        <span className="row">
          <Mounted key={run} storyId={story.id} />
          <button type="button" onClick={restart}>
            Restart
          </button>
        </span>
      </div>
      {/* Above what grows: a message that arrives must not move another button below the pointer. */}
      <div className="circumstances">
        <PageBar key={`${story.id} ${run}`} storyId={story.id} />
        <ClockBar storyId={story.id} whenFinished={scenario.whenFinished} />
      </div>
      <Remote storyId={story.id} />
      {problem !== undefined && <p role="alert">{problem}</p>}
      <div key={`${story.id} ${run}`} ref={stage} className="stage sb-story" />
      <WireStrip key={run} storyId={story.id} />
    </section>
  );
}

/** Unmounts the pattern and mounts it again: what a route change does to it. */
function Mounted({ storyId }: { storyId: string }) {
  const { channel } = use(DocsContext);
  const [isMounted, setIsMounted] = useState(true);
  const toggle = () => {
    channel.emit(UPDATE_STORY_ARGS, { storyId, updatedArgs: { mounted: !isMounted } });
    setIsMounted(!isMounted);
  };
  return (
    <button type="button" onClick={toggle}>
      {isMounted ? 'Unmount' : 'Mount'}
    </button>
  );
}
