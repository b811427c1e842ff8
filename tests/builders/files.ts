// Files as people bring them, made of real bytes: good ones, broken ones, and ones that mean harm.
import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';

/** A sheet with lines of writing, `tint` to tell one from another. */
export function sheetCanvas(width: number, height: number, tint = '#f6f3ea') {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = tint;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#17212e';
  for (let y = height / 12; y < height; y += height / 12)
    pen.fillRect(width / 10, y, width * 0.8, Math.max(1, height / 90));
  return canvas;
}

export function jpeg(width = 400, height = 560, tint?: string): Promise<Buffer> {
  return sheetCanvas(width, height, tint).encode('jpeg', 88);
}

/** A photograph that no encoder can make small. */
export function noisyJpeg(width: number, height: number): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const dots = pen.createImageData(width, height);
  // The same noise every time.
  let seed = 1;
  for (let at = 0; at < dots.data.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    dots.data[at] = at % 4 === 3 ? 255 : seed % 256;
  }
  pen.putImageData(dots, 0, 0);
  return canvas.encode('jpeg', 90);
}

export function png(width = 400, height = 560): Promise<Buffer> {
  return sheetCanvas(width, height).encode('png');
}

/** What a telephone writes beside a picture: a canary for where it was taken, and how it is to be turned. */
export function withExif(picture: Buffer, canary: string, orientation = 1): Buffer {
  const text = Buffer.from(`${canary}\0`);
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // Orientation, a short; image description, a text that stands behind the table.
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.writeUInt16LE(0x010e, 22);
  tiff.writeUInt16LE(2, 24);
  tiff.writeUInt32LE(text.length, 26);
  tiff.writeUInt32LE(38, 30);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, body, picture.subarray(2)]);
}

/** The same JPEG, saying that it is so large. */
export function jpegClaiming(picture: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(picture);
  const frame = copy.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(copy[at + 1] ?? 0));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

/** The same PNG, saying that it is so large. */
export function pngClaiming(picture: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(picture);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  return copy;
}

/** What pdfkit can and its types leave out. */
type Pdf = PDFKit.PDFDocument & {
  ref(content: object): { end(): void };
  fileAnnotation(
    x: number,
    y: number,
    width: number,
    height: number,
    file: { src: Buffer; name: string },
  ): void;
  _root: { data: Record<string, unknown> };
  page: { dictionary: { data: Record<string, unknown> } };
};

async function pdfOf(draw: (pdf: Pdf) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, font: '', ...options }) as Pdf;
  pdf.addPage();
  draw(pdf);
  pdf.end();
  return Buffer.concat(await pdf.toArray());
}

export function pdf(pages = 1): Promise<Buffer> {
  return pdfOf((document) => {
    for (let page = 1; page < pages; page += 1) document.addPage();
  });
}

function action(pdf: Pdf, type: string, more: object): object {
  const reference = pdf.ref({ S: type, ...more });
  reference.end();
  return reference;
}

const ALERT = { JS: new String('app.alert(1)') };

/** PDFs that a citizen's word processor would never write, and some that it might. */
export const badPdfs = {
  password: () => pdfOf(() => {}, { userPassword: 'secret', pdfVersion: '1.7' }),
  'owner password': () => pdfOf(() => {}, { ownerPassword: 'secret', pdfVersion: '1.7' }),
  'script when opened': () =>
    pdfOf((pdf) => void (pdf._root.data['OpenAction'] = action(pdf, 'JavaScript', ALERT))),
  'script by name': () => pdfOf((pdf) => pdf.addNamedJavaScript('x', 'app.alert(1)')),
  'script on a page': () =>
    pdfOf((pdf) => void (pdf.page.dictionary.data['AA'] = { O: action(pdf, 'JavaScript', ALERT) })),
  'script behind a link': () =>
    pdfOf(
      (pdf) =>
        void pdf.annotate(10, 10, 20, 20, { Subtype: 'Link', A: action(pdf, 'JavaScript', ALERT) } as never),
    ),
  'program when opened': () =>
    pdfOf((pdf) => void (pdf._root.data['OpenAction'] = action(pdf, 'Launch', { F: new String('cmd.exe') }))),
  'program behind a link': () =>
    pdfOf(
      (pdf) =>
        void pdf.annotate(10, 10, 20, 20, {
          Subtype: 'Link',
          A: action(pdf, 'Launch', { F: new String('x') }),
        } as never),
    ),
  'answers sent away': () =>
    pdfOf(
      (pdf) => void (pdf._root.data['OpenAction'] = action(pdf, 'SubmitForm', { F: new String('http://x') })),
    ),
  attachment: () => pdfOf((pdf) => void pdf.file(Buffer.from('MZ'), { name: 'a.exe' })),
  'attachment on a page': () =>
    pdfOf((pdf) => void pdf.fileAnnotation(10, 10, 20, 20, { src: Buffer.from('MZ'), name: 'b.exe' })),
};

/** A link to a page of the web starts nothing on this machine. */
export function pdfWithLink(): Promise<Buffer> {
  return pdfOf((document) => void document.link(10, 10, 20, 20, 'https://example.org/'));
}

/** A packed folder with nothing in it: its table, which unpackers look for from the end. */
export function packedFolder(): Buffer {
  return Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
}

const latin = (text: string) => Buffer.from(text, 'latin1');

/** Beginnings of files that are no documents, each long enough to be one. */
export const noDocuments = {
  'a program of Windows': latin(`MZ\x90\0${'\0'.repeat(600)}%PDF-1.7`),
  'a program of Linux': latin(`\x7fELF\x02\x01${'\0'.repeat(600)}`),
  'a program of macOS': latin(`\xcf\xfa\xed\xfe${'\0'.repeat(600)}`),
  'an Android program': latin(`dex\n035\0${'\0'.repeat(600)}`),
  'a shortcut': latin(`L\0\0\0\x01\x14\x02\0${'\0'.repeat(600)}`),
  'a shell script': latin('#!/bin/sh\nrm -rf /\n'),
  'a page of the web': latin('<!doctype html><script>alert(1)</script>'),
  'a batch file': latin('@echo off\r\nformat c:\r\n'),
  'a vector picture with a script': latin('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  'a document of a word processor': latin(`PK\x03\x04${'\0'.repeat(600)}`),
  'an old document of a word processor': latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}`),
  'an archive': latin(`Rar!\x1a\x07${'\0'.repeat(600)}`),
  noise: latin(`\x01\x02\x03\x04${'\0'.repeat(600)}`),
};
