// How far an application is.
import { Type } from 'typebox';
import { Text } from '../text.ts';
import { closed, head, orNull } from './head.ts';
import { StageView } from './receipt.ts';

export const AskProgressView = Type.Object(
  { screen: Type.Literal('ask-progress'), ...head, number: Type.String(), problem: orNull(Text) },
  closed,
);

export const ProgressView = Type.Object(
  {
    screen: Type.Literal('progress'),
    ...head,
    number: Type.String(),
    matter: Text,
    state: Text,
    stages: Type.Array(StageView),
  },
  closed,
);
