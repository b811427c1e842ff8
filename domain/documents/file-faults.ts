// Why a file is not taken, in the sentence that the citizen reads: what is wrong, and what to do instead.
import { message, type Message } from '../message.ts';
import { FILE_BYTES } from './limits.ts';

const MEGABYTE = 1024 * 1024;

const OR_PHOTOGRAPH = { zh: '，或者把纸的那份拍下来。', en: ', or photograph the paper instead.' };

function instead(code: string, zh: string, en: string): Message {
  return message(code, zh + OR_PHOTOGRAPH.zh, en + OR_PHOTOGRAPH.en);
}

export const fileFaults = {
  empty: instead(
    'file/empty',
    '这个文件是空的，里面什么也没有。请换一个',
    'This file is empty: there is nothing in it. Choose another',
  ),
  program: message(
    'file/program',
    '这是一个程序，不是材料，不能收。这里只收 PDF 和照片（JPG、PNG）。',
    'This is a program, not a document, and cannot be taken. Only PDF and pictures (JPG, PNG) can.',
  ),
  office: instead(
    'file/office',
    '这是 Office 文件或压缩包，不能收。请先另存为 PDF',
    'This is an Office file or an archive and cannot be taken. Save it as PDF first',
  ),
  text: instead(
    'file/text',
    '这是网页、脚本或纯文字，不能收。请先另存为 PDF',
    'This is a web page, a script or plain text and cannot be taken. Save it as PDF first',
  ),
  unknown: instead(
    'file/unknown',
    '看不出这是什么文件，不能收。这里只收 PDF 和照片（JPG、PNG），请换一个',
    'Nobody can tell what this file is. Only PDF and pictures (JPG, PNG) can be taken: choose another',
  ),
  truncated: instead(
    'file/truncated',
    '这个文件不完整，后面缺了一截。请重新拷一份',
    'This file is not whole: its end is missing. Copy it to the stick again',
  ),
  damaged: instead(
    'file/damaged',
    '这个文件打不开，可能坏了。请重新拷一份',
    'This file cannot be opened and may be damaged. Copy it to the stick again',
  ),
  encrypted: instead(
    'pdf/encrypted',
    '这个 PDF 加了密码，部门打不开，不能收。请去掉密码再存一份',
    'This PDF is protected by a password, so the departments could not open it. Save it without one',
  ),
  active: instead(
    'pdf/active',
    '这个 PDF 里有会运行的代码，不能收。请用“打印成 PDF”再存一份',
    'This PDF holds code that runs and cannot be taken. Print it to a new PDF',
  ),
  carrier: instead(
    'pdf/carrier',
    '这个 PDF 里夹着别的文件，不能收。请用“打印成 PDF”再存一份',
    'This PDF carries other files and cannot be taken. Print it to a new PDF',
  ),
  slow: instead(
    'pdf/slow',
    '这个 PDF 太复杂，检查不完，不能收。请用“打印成 PDF”再存一份',
    'This PDF is too complicated to be checked. Print it to a new PDF',
  ),
  noPdf: message(
    'file/no-pdf',
    '这份材料只收照片（JPG、PNG），不收 PDF。请选照片，或者拍下来。',
    'Only pictures (JPG, PNG) are taken here, no PDF. Choose a picture, or photograph it.',
  ),
  gone: message(
    'media/gone',
    'U\u00A0盘拔出来了，这个文件没有读完，什么也没有留下。请插好再选一次。',
    'The stick was pulled out before the file was read, and nothing of it was kept. Put it back and choose again.',
  ),
  notKept: message(
    'file/not-kept',
    '没有存上，这一页还没有收下。请再试一次，或者找工作人员。',
    'It could not be stored and has not been taken. Try again, or ask a member of staff.',
  ),
} satisfies Record<string, Message>;

/** “12.5 MB”, “840 KB”: as a person says it. */
export function sizeInWords(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0)} MB`;
}

export function tooLarge(bytes: number): Message {
  const [given, most] = [sizeInWords(bytes), sizeInWords(FILE_BYTES)];
  return instead(
    'file/too-large',
    `这个文件有 ${given}，最大能收 ${most}。请换一个小一些的`,
    `This file has ${given}; at most ${most} can be taken. Choose a smaller one`,
  );
}

export function tooManyPixels(width: number, height: number): Message {
  return instead(
    'picture/too-many-pixels',
    `这张图片太大，有 ${width} × ${height} 点。请把它缩小再存一份`,
    `This picture is too large: ${width} by ${height} dots. Save a smaller one`,
  );
}

export function tooManyPages(given: number, most: number): Message {
  return message(
    'document/too-many-pages',
    `这份材料最多 ${most} 页，加上这个就有 ${given} 页了。请去掉几页，或者换一个文件。`,
    `At most ${most} pages can be taken; with this there would be ${given}. Remove some, or choose another file.`,
  );
}

export function tooHeavy(bytes: number): Message {
  const [given, most] = [sizeInWords(bytes), sizeInWords(FILE_BYTES)];
  return message(
    'document/too-heavy',
    `这份材料加起来有 ${given}，最多能收 ${most}。请去掉几页。`,
    `Together these pages have ${given}; at most ${most} can be taken. Remove some pages.`,
  );
}
