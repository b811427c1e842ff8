/** Whether an account of one division is good at a kiosk of another: '520100', the city, covers its districts. */
export function covers(account: string, kiosk: string): boolean {
  return account === kiosk || (account.endsWith('00') && account.slice(0, 4) === kiosk.slice(0, 4));
}
