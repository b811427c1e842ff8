// Whether a page under the camera can be read: asked of a small copy of the picture, a few times a second.

export interface PictureVerdict {
  light: 'good' | 'dark' | 'glare' | 'black';
  isSharp: boolean;
}

/** Brightness, 0 to 255. */
const BLACK_BELOW = 10;
const DARK_BELOW = 60;
const WHITE_FROM = 250;
/** Paper is white; a lamp that mirrors itself in it is whiter than white, over a part of the page. */
const GLARE_SHARE = 0.35;
/** Variance of the second derivative: under it no edge is an edge. Black pictures have none. */
const SHARP_FROM = 40;

/** `pixels` as a canvas gives them: red, green, blue and opacity, row by row. */
export function judgePicture(pixels: Uint8ClampedArray, width: number, height: number): PictureVerdict {
  const grey = greyOf(pixels);
  const mean = meanOf(grey);
  return { light: lightOf(grey, mean), isSharp: edgesOf(grey, width, height) >= SHARP_FROM };
}

function greyOf(pixels: Uint8ClampedArray): Float32Array {
  const grey = new Float32Array(pixels.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * 4;
    grey[at] =
      0.299 * (pixels[from] ?? 0) + 0.587 * (pixels[from + 1] ?? 0) + 0.114 * (pixels[from + 2] ?? 0);
  }
  return grey;
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function lightOf(grey: Float32Array, mean: number): PictureVerdict['light'] {
  if (mean < BLACK_BELOW) return 'black';
  if (mean < DARK_BELOW) return 'dark';
  const white = grey.reduce((count, value) => count + (value >= WHITE_FROM ? 1 : 0), 0);
  return white / grey.length > GLARE_SHARE ? 'glare' : 'good';
}

/** Variance of the Laplacian: the usual measure of focus. */
function edgesOf(grey: Float32Array, width: number, height: number): number {
  const edges = new Float32Array(Math.max(0, (width - 2) * (height - 2)));
  let count = 0;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around =
        (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - width] ?? 0) + (grey[at + width] ?? 0);
      edges[count] = around - 4 * (grey[at] ?? 0);
      count += 1;
    }
  const mean = meanOf(edges);
  return edges.reduce((sum, edge) => sum + (edge - mean) ** 2, 0) / Math.max(1, count);
}
