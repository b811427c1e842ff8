// What is being typed, under the token of the page it is typed on. It is sent with Continue and forgotten with the page.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { RawAnswer, RawAnswers } from '../../domain/contract/answers.ts';

interface Typed {
  page: string;
  answers: RawAnswers;
}

const nothing: Typed = { page: '', answers: {} };

const typed = createSlice({
  name: 'typed',
  initialState: nothing,
  reducers: {
    answered(state, { payload }: PayloadAction<{ page: string; at: string; value: RawAnswer }>) {
      if (state.page !== payload.page) {
        state.page = payload.page;
        state.answers = {};
      }
      state.answers[payload.at] = payload.value;
    },
    forgotten: () => nothing,
  },
});

export const { answered, forgotten } = typed.actions;
export const typedReducer = typed.reducer;
