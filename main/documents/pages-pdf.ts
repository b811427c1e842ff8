// Several photographs as one PDF, a page each, on A4.
import PDFDocument from 'pdfkit';
import { jpegFrame } from '../../domain/documents/jpeg.ts';

/** A4 in points. */
const [SHORT, LONG] = [595.28, 841.89];

/** `pictures` are JPEG, in order. The PDF says nothing about who made it, where or when. */
export async function pdfOfPictures(pictures: readonly Buffer[]): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    // No text is set, so no font is loaded.
    font: '',
    info: { Producer: 'OneWindow', Creator: 'OneWindow', CreationDate: new Date(0) },
  });
  for (const picture of pictures) addPage(document, picture);
  document.end();
  return Buffer.concat(await document.toArray());
}

function addPage(document: PDFKit.PDFDocument, picture: Buffer): void {
  const frame = jpegFrame(picture);
  const isWide = frame.ok && frame.value.width > frame.value.height;
  const size: [number, number] = isWide ? [LONG, SHORT] : [SHORT, LONG];
  document.addPage({ size, margin: 0 });
  document.image(picture, 0, 0, { fit: size, align: 'center', valign: 'center' });
}
