// What the program refuses to start with. A debugger's port, a preloaded library or a switched-off sandbox on a kiosk is
// an attack or a mistake, and either must be seen by IT, not served to citizens.
import { FOREIGN_VARIABLES, foreignVariables } from '../../foreign-code.ts';

/** Draws without the graphics hardware. */
export const SOFTWARE_RENDERING = '--software-rendering';
/** `--data=DIR`: the kiosk's data folder. */
export const DATA = '--data';

/** The only switches a packaged kiosk takes: its own, and those that choose a display server. */
const ALLOWED_SWITCHES = new Set([SOFTWARE_RENDERING, DATA, '--ozone-platform', '--ozone-platform-hint']);

/** What else Electron or its Node would listen to. */
const FORBIDDEN_VARIABLES = [
  ...FOREIGN_VARIABLES,
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_NO_ASAR',
  'ELECTRON_OVERRIDE_DIST_PATH',
  'ELECTRON_RUN_AS_NODE',
  'NODE_EXTRA_CA_CERTS',
  'NODE_V8_COVERAGE',
];

/** Names of switches and variables that must not be there, in the order given. Values are not repeated: they may be secret. */
export function forbiddenConditions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const switches = args.filter((arg) => arg.startsWith('-')).map((arg) => arg.split('=')[0] ?? arg);
  return [
    ...switches.filter((name) => !ALLOWED_SWITCHES.has(name)),
    ...foreignVariables(FORBIDDEN_VARIABLES, environment),
  ];
}

/** The folder named on the command line, or null. */
export function dataFolderIn(args: readonly string[]): string | null {
  return args.find((arg) => arg.startsWith(`${DATA}=`))?.slice(DATA.length + 1) ?? null;
}
