// The document camera, as the browser offers it. Only pictures are asked for, never sound.

/** Why there is no picture. */
export type CameraFault = 'absent' | 'busy' | 'denied';

/** More than is kept: what is shrunk is sharper than what was small. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { width: { ideal: 2592 }, height: { ideal: 1944 } },
};

const FAULTS: Record<string, CameraFault> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export async function openCamera(): Promise<MediaStream | CameraFault> {
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED);
  } catch (error) {
    return FAULTS[error instanceof Error ? error.name : ''] ?? 'absent';
  }
}

/** The lamp goes out at once. */
export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
