import * as React from 'react';
import { CLOSE_CODES } from '../../../../src/protocol/close-codes.ts';
import type { Verb } from '../../model/command.ts';
import { MESSAGE_LIMIT_CHARACTERS, type Draft } from '../../model/draft.ts';
import type { FarEndStatus } from '../../model/status.ts';
import { VERBS } from '../../model/verbs.ts';
import { Field } from './Field.tsx';
import { VerbButton } from './VerbButton.tsx';

/** Those that a page's users meet; a browser tells the page none of them. */
const STATUSES = [400, 401, 403, 404, 429, 500, 502, 503, 504];
/** Any of these may be in a server's Close frame (RFC 6455 §7.4). */
const CODES = CLOSE_CODES.filter(({ sender }) => sender === 'endpoint' || sender === 'server');

const POLICIES: ReadonlySet<Verb> = new Set(['accept', 'hold', 'refuse']);

export interface VerbsProps {
  readonly farEnd: FarEndStatus;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly onVerb: (verb: Verb) => void;
  /** Shows a shortcut to a person, and to a screen reader. */
  readonly formatKeys: (shortcut: readonly string[]) => { keys: string; ariaKeys: string };
}

/** A button for each verb, and beside it what the verb is given. */
export function Verbs({ farEnd, draft, onDraft, onVerb, formatKeys }: VerbsProps) {
  const given: Partial<Record<Verb, React.ReactNode>> = {
    refuse: (
      <Field label="Status">
        <select
          value={draft.status}
          onChange={({ target }) => onDraft({ status: Number(target.value) })}
        >
          {STATUSES.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </Field>
    ),
    send: <Message draft={draft} onDraft={onDraft} />,
    close: (
      <>
        <Field label="Code">
          <select
            value={draft.code ?? 'none'}
            onChange={({ target: { value } }) =>
              onDraft({ code: value === 'none' ? undefined : Number(value) })
            }
          >
            <option value="none">no code</option>
            {CODES.map(({ code, name }) => (
              <option key={code} value={code}>
                {code} {name}
              </option>
            ))}
            <option value={4001}>4001 Private Use</option>
          </select>
        </Field>
        <Field label="Reason">
          {/* Done when it is left: the Control that says the same answers late, and would take back what was typed since. */}
          <input
            key={draft.reason}
            defaultValue={draft.reason}
            disabled={draft.code === undefined}
            onBlur={({ target }) => {
              if (target.value !== draft.reason) onDraft({ reason: target.value });
            }}
          />
        </Field>
      </>
    ),
  };
  return (
    <ul className="verbs">
      {VERBS.map(({ verb, does, shortcut, canDo }) => (
        <li key={verb}>
          <VerbButton
            verb={verb}
            does={does}
            isEnabled={canDo(farEnd)}
            isActive={POLICIES.has(verb) ? verb === farEnd.policy : undefined}
            onPress={() => onVerb(verb)}
            {...formatKeys(shortcut)}
          />
          {given[verb]}
        </li>
      ))}
    </ul>
  );
}

function Message({ draft, onDraft }: Pick<VerbsProps, 'draft' | 'onDraft'>) {
  return (
    <>
      <Field label="As">
        <select
          value={draft.kind}
          onChange={({ target }) => onDraft({ kind: target.value as Draft['kind'] })}
        >
          <option value="text">text</option>
          <option value="json">JSON</option>
          <option value="binary">binary, in hex</option>
        </select>
      </Field>
      <Field label="Message">
        <textarea
          rows={1}
          maxLength={MESSAGE_LIMIT_CHARACTERS}
          value={draft.message}
          onChange={({ target }) => onDraft({ message: target.value })}
        />
      </Field>
    </>
  );
}
