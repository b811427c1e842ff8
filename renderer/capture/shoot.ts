// A photograph of what the camera sees, shrunk in the page: nothing larger ever leaves it.

/** The longest side, in dots. */
export const LONGEST_DOTS = 1600;
const QUALITY = 0.85;

/** The size in which a picture of this size is kept. */
export function shrunk(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_DOTS / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** What the video shows now, as JPEG; null while it shows nothing. */
export function shoot(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return Promise.resolve(null);
  const canvas = drawn(video, shrunk(video.videoWidth, video.videoHeight));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

/** The video's present picture in another size. */
export function drawn(
  video: HTMLVideoElement,
  { width, height }: { width: number; height: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0, width, height);
  return canvas;
}
