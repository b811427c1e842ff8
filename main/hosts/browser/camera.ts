// The camera of a window, given over its pipe while a document is photographed and taken back with the step: taking it back
// ends what is filming. The profile and the switches refuse it at all other times, without asking anybody.
import type { CameraGate } from '../../documents/camera-gate.ts';
import type { CdpPipe } from './cdp-pipe.ts';
import type { Windows } from './windows.ts';

/** Chromium's word for the picture of a camera, without sound. */
const CAMERA = ['videoCapture'];

/** Keeps the window that is shown to what the kiosk says. Returns how to stop. */
export function followCamera(
  camera: Pick<CameraGate, 'follow'>,
  windows: Pick<Windows, 'shown'>,
  origin: string,
): () => void {
  return camera.follow(async (isOpen) => {
    const window = windows.shown();
    if (window !== null) await switchCamera(window.pipe, origin, isOpen);
  });
}

async function switchCamera(pipe: CdpPipe, origin: string, isOpen: boolean): Promise<void> {
  if (isOpen) await pipe.send('Browser.grantPermissions', { origin, permissions: CAMERA });
  else await pipe.send('Browser.resetPermissions', {});
}
