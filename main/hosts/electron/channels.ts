/** The screen asks the kiosk for an operation of the contract. */
export const ASK = 'kiosk';
/** The kiosk tells the screen unasked. */
export const TOLD = 'kiosk-event';
