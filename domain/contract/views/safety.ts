// Is somebody there, and a machine that serves nobody.
import { Type } from 'typebox';
import { Text } from '../text.ts';
import { closed, head } from './head.ts';

/** The screen was reloaded or crashed in the middle: nobody knows who stands there now. */
export const StillThereView = Type.Object(
  { screen: Type.Literal('still-there'), ...head, seconds: Type.Integer({ minimum: 0 }) },
  closed,
);

export const ClosedView = Type.Object(
  { screen: Type.Literal('closed'), ...head, code: Type.String(), reason: Text },
  closed,
);
