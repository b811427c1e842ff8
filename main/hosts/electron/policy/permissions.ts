// Electron grants everything by default. Here: nothing, and the camera's picture while a person takes one.
import { ADDRESS } from './address.ts';

export interface PermissionAsked {
  permission: string;
  /** The page that asks. */
  url: string;
  isMainFrame: boolean;
  mediaTypes: readonly string[];
}

/** Whether it is granted. `isCapturing`: the step in which a document is photographed is on the screen. */
export function grants(asked: PermissionAsked, isCapturing: boolean): boolean {
  const { permission, url, isMainFrame, mediaTypes } = asked;
  if (permission !== 'media' || !isCapturing || !isMainFrame) return false;
  return isOurs(url) && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
}

/** Electron names the asking page by its whole address or by its origin, depending on who asks. */
function isOurs(url: string): boolean {
  return url === ADDRESS || url === 'app://kiosk' || url === 'app://kiosk/';
}
