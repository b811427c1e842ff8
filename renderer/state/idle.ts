// Whether the kiosk asks if somebody is still there. The kiosk keeps the time; the screen only counts down what it was told.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { Payload } from '../../domain/contract/kiosk-events.ts';

interface Idle {
  /** Seconds until everything is cleared, when the kiosk began to ask; null: it does not ask. */
  secondsAtFirst: number | null;
  /** It asks because the card was taken away. */
  isCardTaken: boolean;
}

const nobodyAsked: Idle = { secondsAtFirst: null, isCardTaken: false };

const idle = createSlice({
  name: 'idle',
  initialState: nobodyAsked,
  reducers: {
    idleChanged: (_, { payload }: PayloadAction<Payload<'idle'>>): Idle => ({
      secondsAtFirst: payload?.seconds ?? null,
      isCardTaken: payload?.because === 'card-removed',
    }),
  },
});

export const { idleChanged } = idle.actions;
export const idleReducer = idle.reducer;
