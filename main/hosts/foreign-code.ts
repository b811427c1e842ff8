// What the environment could bring into the program: foreign code or foreign ears. On a kiosk that is an attack or a
// mistake, and either must be seen by IT, not served to citizens.

/**
 * Names of variables. Not among them: certificates to be trusted besides (NODE_EXTRA_CA_CERTS), which a city's network may
 * need. What the platform says is believed for its signature, and what it is sent is sealed.
 */
export const FOREIGN_VARIABLES = [
  'DYLD_INSERT_LIBRARIES',
  'LD_AUDIT',
  'LD_PRELOAD',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_USE_ENV_PROXY',
  'OPENSSL_CONF',
  'SSLKEYLOGFILE',
];

/** Which of the names are there, though they must not. Values are not repeated: they may be secret. */
export function foreignVariables(
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const given = new Set(Object.keys(environment).map((name) => name.toUpperCase()));
  return names.filter((name) => given.has(name));
}
