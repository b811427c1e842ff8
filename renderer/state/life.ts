// Whether this page still belongs to somebody.
import { createAction, createSlice } from '@reduxjs/toolkit';

/** The person left: the whole state is thrown away. */
export const sessionEnded = createAction('session/ended');

const life = createSlice({
  name: 'life',
  initialState: { hasEnded: false },
  reducers: {},
  extraReducers: (builder) => builder.addCase(sessionEnded, () => ({ hasEnded: true })),
});
export const lifeReducer = life.reducer;
