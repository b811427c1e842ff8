import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Answer, PlatformClient } from './platform-client.ts';

export interface Session {
  /**
   * 'opening': a token is being exchanged. 'assumed': there was no token, and a session may still be open from before;
   * the first answer tells. 'closed': a token is asked for.
   */
  state: 'opening' | 'assumed' | 'open' | 'closed';
  /** Why it is closed. 'over': it was open before. null: nobody has come yet, or somebody has left. */
  because: 'wrong-token' | 'no-answer' | 'over' | null;
  /** Notices when the session has ended. */
  client: PlatformClient;
  enter: (token: string) => void;
  leave: () => void;
}

type Standing = Pick<Session, 'state' | 'because'>;

function standingAfter(answer: Answer<null>): Standing {
  if (answer.ok) return { state: 'open', because: null };
  return { state: 'closed', because: answer.trouble === 'no-answer' ? 'no-answer' : 'wrong-token' };
}

function afterAnswer(before: Standing, isRefused: boolean): Standing {
  if (!isRefused) return before.state === 'assumed' ? { state: 'open', because: null } : before;
  // An answer to a question from before somebody left or came in again says nothing about now.
  if (before.state === 'opening' || before.state === 'closed') return before;
  return { state: 'closed', because: before.state === 'open' ? 'over' : null };
}

/** Every answer passes here once: 'not-authorised' closes the page wherever it was asked from. */
function watching(client: PlatformClient, note: (isRefused: boolean) => void): PlatformClient {
  const watch = async <T>(asked: Promise<Answer<T>>): Promise<Answer<T>> => {
    const answer = await asked;
    if (answer.ok || answer.trouble === 'not-authorised') note(!answer.ok);
    return answer;
  };
  return {
    ...client,
    cases: (state, after) => watch(client.cases(state, after)),
    arrivals: (state, since) => watch(client.arrivals(state, since)),
    case: (id) => watch(client.case(id)),
  };
}

export function useSession(client: PlatformClient, token: string | null): Session {
  const [standing, setStanding] = useState<Standing>({
    state: token === null ? 'assumed' : 'opening',
    because: null,
  });

  const enter = useCallback(
    (given: string) => void client.signIn(given).then((answer) => setStanding(standingAfter(answer))),
    [client],
  );
  useEffect(() => {
    if (token !== null) enter(token);
  }, [token, enter]);

  const watched = useMemo(
    () => watching(client, (isRefused) => setStanding((before) => afterAnswer(before, isRefused))),
    [client],
  );
  const leave = useCallback(
    () => void client.signOut().then(() => setStanding({ state: 'closed', because: null })),
    [client],
  );
  return { ...standing, client: watched, enter, leave };
}
