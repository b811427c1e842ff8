import { describe, expect, it } from 'vitest';
import { sheetCanvas } from '../../tests/builders/files.ts';
import { judgePicture } from './judge-picture.ts';
import { shrunk } from './shoot.ts';

const [WIDTH, HEIGHT] = [320, 240];

function judged(paint: (pen: ReturnType<ReturnType<typeof sheetCanvas>['getContext']>) => void) {
  const canvas = sheetCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  paint(pen);
  return judgePicture(pen.getImageData(0, 0, WIDTH, HEIGHT).data, WIDTH, HEIGHT);
}

describe('a picture from the camera', () => {
  it('of a sheet with writing will do', () => {
    expect(judged(() => {})).toEqual({ light: 'good', isSharp: true });
  });

  it('that is black is called black: the lens is covered, or the lamp is off', () => {
    const black = judged((pen) => {
      pen.fillStyle = '#000000';
      pen.fillRect(0, 0, WIDTH, HEIGHT);
    });
    expect(black).toEqual({ light: 'black', isSharp: false });
  });

  it('that is dark is called dark', () => {
    const dark = judged((pen) => {
      pen.fillStyle = 'rgba(0, 0, 0, 0.85)';
      pen.fillRect(0, 0, WIDTH, HEIGHT);
    });
    expect(dark.light).toBe('dark');
  });

  it('with a lamp in it is called glaring', () => {
    const glare = judged((pen) => {
      pen.fillStyle = '#ffffff';
      pen.fillRect(0, 0, WIDTH / 2, HEIGHT);
    });
    expect(glare.light).toBe('glare');
  });

  it('that is out of focus is called blurred', () => {
    const blurred = judged((pen) => {
      // Edges over many dots are no edges.
      const fade = pen.createLinearGradient(0, 0, WIDTH, 0);
      fade.addColorStop(0, '#333333');
      fade.addColorStop(1, '#dddddd');
      pen.fillStyle = fade;
      pen.fillRect(0, 0, WIDTH, HEIGHT);
    });
    expect(blurred).toEqual({ light: 'good', isSharp: false });
  });
});

describe('a photograph', () => {
  it.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [1600, 1200, 1600, 1200],
    [640, 480, 640, 480],
  ])('of %i by %i is kept as %i by %i', (width, height, ...kept) => {
    const { width: w, height: h } = shrunk(width, height);
    expect([w, h]).toEqual(kept);
  });
});
