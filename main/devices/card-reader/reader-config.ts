// What kiosk.config.json says of the card reader.
import { Type, type Static, type TProperties } from 'typebox';

function kind<K extends string, P extends TProperties>(name: K, properties: P) {
  return Type.Object({ kind: Type.Literal(name), ...properties }, { additionalProperties: false });
}

export const CardReaderConfig = Type.Union(
  [
    kind('none', {}),
    kind('serial', {
      device: Type.String({
        minLength: 1,
        maxLength: 400,
        pattern: '^/',
        description: 'the path of a device, like "/dev/ttyUSB0"',
      }),
      baud: Type.Optional(
        Type.Enum([115200, 57600, 38400, 19200, 9600], {
          default: 115200,
          description: 'as the reader is set; 115200 as it comes',
        }),
      ),
    }),
    kind('simulator', {
      folder: Type.String({ minLength: 1, maxLength: 400, description: 'Relative to the data folder' }),
    }),
  ],
  {
    description:
      'The identity card reader. simulator: for demonstrations and tests; `npm run admin -- card lay FILE` lays a card on it',
  },
);
export type CardReaderConfig = Static<typeof CardReaderConfig>;
