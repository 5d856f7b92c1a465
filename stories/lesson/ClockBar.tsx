import { DocsContext } from '@storybook/addon-docs/blocks';
import { use, useEffect, useState } from 'react';
import { UPDATE_GLOBALS } from 'storybook/internal/core-events';
import { runClock } from '../../addon/story/clock/open-clock.ts';
import { Session } from '../../addon/story/session.ts';
import { formatTime } from '../../addon/story/clock/format-time.ts';
import { realTime } from '../../mocks/clock.ts';
import type { Scenario } from './useScenario.ts';

/** Often enough to be read. */
const LOOK_MS = 100;

const SETTINGS = { paused: 'Pause', x1: '×1', x10: '×10', x60: '×60' } as const;
type Setting = keyof typeof SETTINGS;

interface ClockBarProps {
  readonly storyId: string;
  readonly whenFinished: Scenario['whenFinished'];
}

/** The clock of the demo: what it shows, how fast it runs, and what comes next. */
export function ClockBar({ storyId, whenFinished }: ClockBarProps) {
  const { channel } = use(DocsContext);
  const clock = useClock(storyId);
  // Another kind of clock begins the page again, as the toolbar does.
  const begin = (setting: Setting | 'real') =>
    whenFinished(() => channel.emit(UPDATE_GLOBALS, { globals: { clock: setting } }));
  const choose = (setting: Setting) => {
    const session = Session.of(storyId);
    if (session?.instruments.clock.isVirtual) runClock(session.instruments.clock, setting);
    else begin(setting);
  };
  const isOn = (setting: Setting) =>
    clock.isVirtual && clock.speed === (setting === 'paused' ? 0 : Number(setting.slice(1)));

  return (
    <div className="clock row" role="group" aria-label="The clock">
      <output>{clock.isVirtual ? formatTime(clock.now) : 'real time'}</output>
      {(Object.keys(SETTINGS) as Setting[]).map((setting) => (
        <button
          key={setting}
          type="button"
          aria-pressed={isOn(setting)}
          title={setting === 'paused' ? 'Stop time' : `Time passes ${SETTINGS[setting]}`}
          onClick={() => choose(setting)}
        >
          {SETTINGS[setting]}
        </button>
      ))}
      {clock.isVirtual && (
        <>
          <button
            type="button"
            title="Move time on to the next timer, and run it"
            onClick={() => void Session.of(storyId)?.instruments.clock.runToNext()}
          >
            Next timer
          </button>
          <button
            type="button"
            title="Let time pass as it does outside"
            onClick={() => begin('real')}
          >
            Real time
          </button>
        </>
      )}
    </div>
  );
}

const REAL = { isVirtual: false, now: 0, speed: 1 };

/** What the story's clock shows, looked at ten times a second: on another time than the story's own. */
function useClock(storyId: string) {
  const [shown, setShown] = useState(REAL);
  useEffect(() => {
    let cancel = () => {};
    const look = () => {
      const { isVirtual, now, speed } = Session.of(storyId)?.instruments.clock ?? REAL;
      setShown((last) =>
        last.isVirtual === isVirtual && last.speed === speed && (!isVirtual || last.now === now)
          ? last
          : { isVirtual, now, speed },
      );
      cancel = realTime.after(LOOK_MS, look);
    };
    look();
    return () => cancel();
  }, [storyId]);
  return shown;
}
