import { combineReducers, configureStore, type UnknownAction } from '@reduxjs/toolkit';
import { useDispatch, useSelector, useStore } from 'react-redux';
import { idleReducer } from './idle.ts';
import { kiosk, type Outside } from './kiosk.ts';
import { lifeReducer, sessionEnded } from './life.ts';
import { typedReducer } from './typed.ts';

const reducer = combineReducers({
  [kiosk.reducerPath]: kiosk.reducer,
  life: lifeReducer,
  typed: typedReducer,
  idle: idleReducer,
});
export type State = ReturnType<typeof reducer>;

/** When the person leaves, nothing of the state stays. */
function rootReducer(state: State | undefined, action: UnknownAction): State {
  return reducer(sessionEnded.match(action) ? undefined : state, action);
}

export function createStore(outside: Outside) {
  return configureStore({
    reducer: rootReducer,
    middleware: (defaults) => defaults({ thunk: { extraArgument: outside } }).concat(kiosk.middleware),
    devTools: false,
  });
}
export type Store = ReturnType<typeof createStore>;

export const useAppDispatch = useDispatch.withTypes<Store['dispatch']>();
export const useAppSelector = useSelector.withTypes<State>();
/** The store itself, for what is read at a press and not shown. */
export const useAppStore = useStore.withTypes<Store>();
