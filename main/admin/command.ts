/** What these commands are called here: an installed package has a name of its own for them, and says so. */
export function adminCommand(): string {
  return process.env['ONEWINDOW_ADMIN'] ?? 'npm run admin --';
}
