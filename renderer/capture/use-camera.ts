import { useCallback, useEffect, useState, type RefObject } from 'react';
import { openCamera, stopCamera, type CameraFault } from './camera.ts';

export type CameraState = 'starting' | 'live' | CameraFault | 'unplugged';

/** Whether a stream is still wanted by whoever asked for it. */
interface Asked {
  isOver: boolean;
  stream: MediaStream | null;
}

/**
 * Shows the camera in `screen` as long as the page is there. The tracks end with it, whatever way it ends. A camera that is
 * plugged in while it is missed is opened by itself.
 */
export function useCamera(screen: RefObject<HTMLVideoElement | null>): {
  state: CameraState;
  tryAgain: () => void;
} {
  const [state, setState] = useState<CameraState>('starting');
  const [attempt, setAttempt] = useState(0);
  const tryAgain = useCallback(() => {
    setState('starting');
    setAttempt((before) => before + 1);
  }, []);

  useEffect(() => {
    const asked: Asked = { isOver: false, stream: null };
    void show(asked, screen, setState);
    return () => {
      asked.isOver = true;
      if (asked.stream !== null) stopCamera(asked.stream);
    };
  }, [screen, attempt]);

  useEffect(() => {
    if (state !== 'absent' && state !== 'unplugged') return undefined;
    navigator.mediaDevices.addEventListener('devicechange', tryAgain);
    return () => navigator.mediaDevices.removeEventListener('devicechange', tryAgain);
  }, [state, tryAgain]);

  return { state, tryAgain };
}

async function show(
  asked: Asked,
  screen: RefObject<HTMLVideoElement | null>,
  tell: (state: CameraState) => void,
): Promise<void> {
  const opened = await openCamera();
  if (!(opened instanceof MediaStream)) {
    if (!asked.isOver) tell(opened);
    return;
  }
  // It came after the page had gone: nobody may be filmed.
  if (asked.isOver) return stopCamera(opened);
  asked.stream = opened;
  const [track] = opened.getVideoTracks();
  track?.addEventListener('ended', () => {
    if (!asked.isOver) tell('unplugged');
  });
  const { current: video } = screen;
  if (video === null) return;
  // Only then is there something to be photographed.
  video.addEventListener('loadeddata', () => (asked.isOver ? undefined : tell('live')), { once: true });
  video.srcObject = opened;
}
