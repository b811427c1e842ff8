import packageFile from '../package.json' with { type: 'json' };

/** What this program calls itself to the platform. */
export const SOFTWARE = `${packageFile.name} ${packageFile.version}`;
