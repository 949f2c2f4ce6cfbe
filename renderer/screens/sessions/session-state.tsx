import type { SessionRow } from '#shared/contract/session-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { localToday } from '#renderer/components/format.ts';

type State = keyof typeof words.sessions.states;

const stateOf = ({ startsOn, endsOn, hasResult }: SessionRow, today: string): State => {
  if (hasResult) return 'done';
  if (startsOn !== null && startsOn > today) return 'planned';
  return (endsOn ?? startsOn ?? '') >= today ? 'running' : 'noResult';
};

const tones: Readonly<Record<State, string>> = {
  planned: 'badge',
  running: 'badge good',
  noResult: 'badge warn',
  done: 'badge good',
};

/** Where a session stands: still to come, under way, over without a result, done. */
export const SessionState = ({ session }: { readonly session: SessionRow }) => {
  const state = stateOf(session, localToday());
  return <span className={tones[state]}>{words.sessions.states[state]}</span>;
};
