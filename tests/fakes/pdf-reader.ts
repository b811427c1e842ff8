// Reads a PDF as a printer would: with a reader that did not write it, and with none of this machine's fonts.
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { A4_DOTS_PER_INCH } from '../../main/printing/paper.ts';
import { blackAndWhite, type Picture } from '../../main/printing/picture.ts';

export interface ReadPdf {
  title: string;
  pages: ReadPage[];
}

export interface ReadPage {
  /** All that is written on it, line by line. */
  words: string;
  widthPoints: number;
  heightPoints: number;
  /** In black and white, as an office printer draws it. */
  drawn(): Promise<Picture>;
}

const POINTS_PER_INCH = 72;

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  }).promise;
  const { info } = await document.getMetadata();
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) =>
      readPage(await document.getPage(index + 1)),
    ),
  );
  return { title: String((info as { Title?: unknown }).Title), pages };
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: PdfPage): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  const { width: widthPoints, height: heightPoints } = page.getViewport({ scale: 1 });
  return {
    words: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])).join('\n'),
    widthPoints,
    heightPoints,
    async drawn() {
      const viewport = page.getViewport({ scale: A4_DOTS_PER_INCH / POINTS_PER_INCH });
      const [widthDots, heightDots] = [Math.round(viewport.width), Math.round(viewport.height)];
      const canvas = createCanvas(widthDots, heightDots);
      await page.render({ canvas: canvas as never, viewport }).promise;
      const { data } = canvas.getContext('2d').getImageData(0, 0, widthDots, heightDots);
      return blackAndWhite(data, { widthDots, heightDots, dotsPerInch: A4_DOTS_PER_INCH });
    },
  };
}

/** The names of the fonts that are in it, each with the six letters that say it holds a part of the font only. */
export function fontsIn(bytes: Buffer): { named: string[]; embedded: number } {
  const plain = bytes.toString('latin1');
  const named = [...plain.matchAll(/\/Type \/FontDescriptor\s+\/FontName \/(\S+)/g)].map(
    ([, name = '']) => name,
  );
  return { named, embedded: [...plain.matchAll(/\/FontFile2 /g)].length };
}
