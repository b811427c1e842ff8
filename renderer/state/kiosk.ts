// RTK Query over the kiosk's contract. The view on the screen is the cached answer to `look`; every press that answers
// with a view replaces it. There is no other copy of it.
import { createApi, type BaseQueryFn } from '@reduxjs/toolkit/query/react';
import type { In, Name, Out, Send, Status } from '../../domain/contract/kiosk-api.ts';
import type { Refusal } from '../../domain/contract/refusals.ts';
import type { View } from '../../domain/contract/views.ts';

/** A request by its name in the contract. */
interface Request<N extends Name = Name> {
  name: N;
  input: In<N>;
}

/** The operations that answer with the next view. */
type ViewName = { [N in Name]: Out<N> extends View ? N : never }[Name];
export type Press = { [N in ViewName]: Request<N> }[ViewName];

/** What the store is given from outside. */
export interface Outside {
  send: Send;
}

const overContract: BaseQueryFn<Request, unknown, Refusal> = async ({ name, input }, { extra }) => {
  const reply = await (extra as Outside).send(name, input);
  return reply.ok ? { data: reply.value } : { error: reply.error };
};

export const kiosk = createApi({
  reducerPath: 'kiosk',
  baseQuery: overContract,
  // The view never grows old by itself: the kiosk says when it changes.
  keepUnusedDataFor: Number.MAX_SAFE_INTEGER / 1000,
  endpoints: (build) => ({
    look: build.query<View, null>({
      query: () => ({ name: 'look', input: null }),
      // What the kiosk tells unasked may overtake its answer to a press: the view it made last stays.
      merge: (shown, next) => (next.revision < shown.revision ? undefined : next),
    }),
    status: build.query<Status, null>({ query: () => ({ name: 'status', input: null }) }),
    press: build.mutation<View, Press>({
      query: (press) => press,
      async onQueryStarted(_, { dispatch, queryFulfilled }) {
        const answer = await queryFulfilled.catch(() => null);
        if (answer !== null) await dispatch(kiosk.util.upsertQueryData('look', null, answer.data));
      },
    }),
    checkAnswer: build.mutation<Out<'checkAnswer'>, In<'checkAnswer'>>({
      query: (input) => ({ name: 'checkAnswer', input }),
    }),
    sendShot: build.mutation<Out<'sendShot'>, In<'sendShot'>>({
      query: (input) => ({ name: 'sendShot', input }),
    }),
    callHelp: build.mutation<Out<'callHelp'>, null>({ query: () => ({ name: 'callHelp', input: null }) }),
    noteActivity: build.mutation<null, void>({ query: () => ({ name: 'noteActivity', input: null }) }),
  }),
});

export const {
  useLookQuery,
  useStatusQuery,
  usePressMutation,
  useCheckAnswerMutation,
  useCallHelpMutation,
  useNoteActivityMutation,
} = kiosk;
