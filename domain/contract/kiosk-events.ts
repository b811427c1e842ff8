// What the kiosk tells the screen unasked.
import { Type, type Static } from 'typebox';
import { Status } from './kiosk-api.ts';
import { View } from './views.ts';

export const kioskEvents = {
  /** The view changed without the screen asking: a receipt arrived at the platform, paper ran out. */
  view: View,
  status: Status,
  /** Nobody has touched the screen; `seconds` until everything is cleared. null: somebody is here again. */
  idle: Type.Union([
    Type.Object(
      {
        seconds: Type.Integer(),
        /** Asked at once, because the card that the session began with was taken away. */
        because: Type.Optional(Type.Literal('card-removed')),
      },
      { additionalProperties: false },
    ),
    Type.Null(),
  ]),
  /** The session is over: throw this renderer away and start with a fresh one. */
  ended: Type.Null(),
};
export type EventName = keyof typeof kioskEvents;
export type Payload<N extends EventName> = Static<(typeof kioskEvents)[N]>;
export type KioskEvent = { [N in EventName]: { name: N; payload: Payload<N> } }[EventName];
