import { useEffect, useState, type RefObject } from 'react';
import { judgePicture, type PictureVerdict } from './judge-picture.ts';
import { drawn } from './shoot.ts';

/** Often enough to follow a hand, seldom enough not to be felt. */
const LOOK_EVERY_MS = 400;
/** Small enough to be judged in a millisecond, large enough for lines of text to leave edges. */
const SIZE = { width: 320, height: 240 };

/** What is to be said of the picture while the camera is live; null: nothing yet. */
export function useVerdict(
  screen: RefObject<HTMLVideoElement | null>,
  isLive: boolean,
): PictureVerdict | null {
  const [verdict, setVerdict] = useState<PictureVerdict | null>(null);
  useEffect(() => {
    if (!isLive) return undefined;
    const looking = setInterval(() => {
      const video = screen.current;
      if (video !== null && video.videoWidth > 0) setVerdict(judge(video));
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(looking);
      setVerdict(null);
    };
  }, [screen, isLive]);
  return verdict;
}

function judge(video: HTMLVideoElement): PictureVerdict | null {
  const picture = drawn(video, SIZE).getContext('2d')?.getImageData(0, 0, SIZE.width, SIZE.height);
  return picture === undefined ? null : judgePicture(picture.data, SIZE.width, SIZE.height);
}
