import * as React from 'react';
import { useStorybookApi, type LeafEntry } from 'storybook/manager-api';
import { toHar } from '../model/export.ts';
import { toSubject } from '../model/story-subject.ts';
import { Replay } from '../views/replay/Replay.tsx';
import type { PanelStore } from './panel-store.ts';
import { usePanel } from './usePanel.ts';

interface ReplayTabProps {
  readonly store: PanelStore;
}

export function ReplayTab({ store }: ReplayTabProps): React.JSX.Element {
  const { panel } = usePanel(store);
  const { replay } = store;
  const { name, isReading, problem, summary } = React.useSyncExternalStore(
    replay.subscribe,
    replay.getSnapshot,
  );
  const api = useStorybookApi();
  const subject = () => {
    // Whatever its types say, there is none while Storybook goes from one story to the next.
    const entry = api.getCurrentStoryData() as LeafEntry | undefined;
    return entry && toSubject(entry, globalThis.reactWebSocketLab);
  };
  const withSubject = (act: (of: NonNullable<ReturnType<typeof subject>>) => Promise<void>) => {
    const of = subject();
    if (of) void act(of);
  };
  return (
    <Replay
      name={name}
      isReading={isReading}
      problem={problem ?? panel.status.problem}
      summary={summary}
      status={panel.status.replay}
      canReplay={panel.status.server !== undefined}
      onImport={(file, fileName) => void replay.read(file, fileName)}
      onTakeTimeline={() => void replay.read(new Blob([toHar(panel)]), 'The timeline')}
      onReplay={() =>
        void replay.publish().then((url) => url && store.command({ verb: 'replay', url }))
      }
      onStop={() => store.command({ verb: 'replay', url: undefined })}
      onSave={() => withSubject((of) => replay.saveStory(of))}
      onCopy={() => withSubject((of) => replay.copyStory(of))}
    />
  );
}
