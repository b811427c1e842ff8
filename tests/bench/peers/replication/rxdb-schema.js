/** The application as it is; only its id is known to the database. */
export const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    application: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'application'],
};
