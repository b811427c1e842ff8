// Closes what a session could open: permissions, devices, downloads, requests to anywhere else.
import type { Log } from '../../../lib/log.ts';
import type { ShellSession } from './api.ts';
import { mayRequest } from './policy/address.ts';
import { grants } from './policy/permissions.ts';

/** `isCapturing`: the step in which a document is photographed is on the screen now. */
export function lockSession(session: ShellSession, isCapturing: () => boolean, log: Log): void {
  session.setPermissionRequestHandler((_, permission, callback, details) => {
    const { requestingUrl: url, isMainFrame } = details;
    const mediaTypes = ('mediaTypes' in details ? details.mediaTypes : undefined) ?? [];
    const isGranted = grants({ permission, url, isMainFrame, mediaTypes }, isCapturing());
    if (!isGranted) log.warn('permission refused', { operation: permission });
    callback(isGranted);
  });
  session.setPermissionCheckHandler((_, permission, origin, { isMainFrame, mediaType }) => {
    const mediaTypes = mediaType === undefined ? [] : [mediaType];
    return grants({ permission, url: origin, isMainFrame, mediaTypes }, isCapturing());
  });
  refuseDevices(session);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('download refused');
  });
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !mayRequest(url);
    if (cancel) log.warn('request refused');
    callback({ cancel });
  });
  session.setSpellCheckerEnabled(false);
}

function refuseDevices(session: ShellSession): void {
  session.setDevicePermissionHandler(() => false);
  // Null: no stream, whatever was asked for.
  session.setDisplayMediaRequestHandler((_, callback) => callback(null));
  // The classes handed in are protected already; none is given free.
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.on('select-hid-device', (event, _, callback) => {
    event.preventDefault();
    callback(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
  session.on('select-usb-device', (event, _, callback) => {
    event.preventDefault();
    callback();
  });
}
