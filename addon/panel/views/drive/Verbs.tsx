import * as React from 'react';
import { CloseCodeField } from '../CloseCodeField.tsx';
import type { Verb } from '../../model/command.ts';
import { MESSAGE_LIMIT_CHARACTERS, type CloseDraft, type Draft } from '../../model/draft.ts';
import type { ServerStatus } from '../../model/status.ts';
import { VERBS } from '../../model/verbs.ts';
import { Field } from './Field.tsx';
import { VerbButton } from './VerbButton.tsx';

/** Those that a page's users meet; a browser tells the page none of them. */
const STATUSES = [400, 401, 403, 404, 429, 500, 502, 503, 504];

const POLICIES: ReadonlySet<Verb> = new Set(['accept', 'hold', 'refuse']);

export interface VerbsProps {
  readonly server: ServerStatus;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly close: CloseDraft;
  readonly onClose: (field: keyof CloseDraft, text: string) => void;
  /** The code or the reason has been filled in, and the field is left. */
  readonly onCloseDone: () => void;
  readonly onVerb: (verb: Verb) => void;
  /** Shows a shortcut to the user, and to a screen reader. */
  readonly formatKeys: (shortcut: readonly string[]) => { keys: string; ariaKeys: string };
}

/** A button for each verb, and beside it what the verb is given. */
export function Verbs(props: VerbsProps): React.JSX.Element {
  const { server, draft, onDraft, close, onClose, onCloseDone, onVerb, formatKeys } = props;
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
          <CloseCodeField
            label="Code"
            value={close.code}
            onChange={(code) => onClose('code', code)}
            onBlur={onCloseDone}
          />
        </Field>
        <Field label="Reason">
          <input
            value={close.reason}
            disabled={close.code === ''}
            onChange={({ target }) => onClose('reason', target.value)}
            onBlur={onCloseDone}
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
            isEnabled={canDo(server)}
            isActive={POLICIES.has(verb) ? verb === server.policy : undefined}
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
