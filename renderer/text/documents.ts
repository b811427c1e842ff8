// What the pages say on which documents are handed in.
import { text } from '../../domain/contract/text.ts';

export const documentTexts = {
  handedIn: text('已处理的材料', 'Documents dealt with'),
  byCamera: text('拍照', 'Photograph'),
  byUsb: text('用 U\u00A0盘', 'From a USB stick'),
  declareInstead: text('改为书面承诺', 'Declare instead'),
  declareWhich: text('用承诺代替这份材料？', 'Declare instead of handing this in?'),
  declareMeans: text(
    '提交时您对下面这句话负责，部门会核对。和事实不符的，办好的结果会撤销。',
    'When you submit, you answer for the words below. The department checks them. If they are untrue, the result is withdrawn.',
    text(
      '下面这句话，您保证是真的，就不用交这份材料。部门会查；不是真的，办好了也会取消。',
      'Give your word that the sentence below is true, and this paper is not needed. The department checks; if it is not true, the result is taken back.',
    ),
  ),
  declareYes: text('我承诺', 'I declare this'),
  declareNo: text('交材料', 'I hand it in'),
  undoGift: text('撤回', 'Take back'),
  morePages: text('加页或重拍', 'Add or retake'),
  otherFile: text('换文件', 'Another file'),
  documentsLater: text(
    '今天没带的，可以在写明的日期前补交。现在交齐，办得更快。',
    'What you have not brought may come by the day given. Handed in now, it is quicker.',
  ),
  trustNote: text(
    '在这里交的是复印件，部门可能还要看原件。',
    'What you hand in here is a copy. The department may ask to see the original.',
  ),

  captureHelp: text(
    '把纸平放在台面的拍摄区，四个角都在框里就好。',
    'Lay the paper flat under the camera, all four corners inside the frame.',
  ),
  lookHelp: text('字看得清吗？不清楚就重拍一张。', 'Can you read every word? If not, take it again.'),
  takePhoto: text('拍照', 'Take the photo'),
  retake: text('重拍', 'Take again'),
  keepPhoto: text('清楚，就用这张', 'Clear, use this one'),
  keeping: text('正在加密保存', 'Encrypting and saving'),
  enoughPages: text('拍完了', 'Done'),
  finderLabel: text('摄像头的画面', 'What the camera sees'),
  lookLabel: text('刚拍的一页', 'The page just photographed'),
  removePage: text('删掉', 'Remove'),
  followInstead: text('没带来，以后补交', 'Not with me, bring it later'),
  lightGood: text('光线合适', 'Good light'),
  lightDark: text('太暗了，请把纸放到灯下', 'Too dark. Move it under the lamp'),
  lightGlare: text('有反光，请挪一挪', 'There is glare. Move it a little'),
  sharpGood: text('字迹清楚', 'Sharp'),
  sharpBad: text('有点模糊，请放平放稳', 'Blurred. Lay it flat and still'),
  looking: text('正在看', 'Looking'),

  cameraStarting: text('正在打开摄像头', 'Starting the camera'),
  cameraAbsent: text('这台机器的摄像头没有接上。', 'The camera of this machine is not connected.'),
  cameraBusy: text('摄像头正被占用，打不开。', 'The camera is in use and does not open.'),
  cameraUnplugged: text(
    '摄像头断开了。拍好的页都还在。',
    'The camera was disconnected. The pages you took are still here.',
  ),
  cameraBlack: text(
    '摄像头的画面是黑的。请看看镜头有没有被挡住。',
    'The picture is black. See whether something covers the camera.',
  ),
  cameraDenied: text('摄像头没有打开。', 'The camera was not opened.'),
  cameraOtherWays: text(
    '您可以再试一次，回上一页用 U\u00A0盘交，或者找工作人员。',
    'Try again, go back and use a USB stick, or ask a member of staff.',
  ),
  cameraAgain: text('再试一次', 'Try again'),
  shotLost: text('这张没有送到，请重拍一张。', 'That photo did not get through. Take it again.'),

  usbTitle: text('从 U\u00A0盘选文件', 'Choose a file from the stick'),
  usbHelp: text(
    '只列出 PDF、JPG 和 PNG。照片可以选几张，一张一页；PDF 一份就是全部。',
    'Only PDF, JPG and PNG are listed. Several pictures make several pages; a PDF is the whole document.',
  ),
  usbNone: text('请把 U\u00A0盘插到屏幕下方的插口。', 'Put your USB stick into the slot below the screen.'),
  usbNoneHint: text(
    '插好以后，文件会自己列出来。我们只读您选的那一个，不会往 U\u00A0盘里写东西。',
    'The files will appear by themselves. Only the one you choose is read, and nothing is written to the stick.',
  ),
  usbEmpty: text('U\u00A0盘里没有 PDF、JPG 或 PNG 文件。', 'There is no PDF, JPG or PNG file on the stick.'),
  usbEmptyHint: text(
    '请换一个 U\u00A0盘，或者回上一页拍照。',
    'Try another stick, or go back and photograph it.',
  ),
  usbCut: text('文件太多，只列出了前面 500 个。', 'There are many files; only the first 500 are listed.'),
  takeThis: text('选这个', 'Choose'),
  usbReading: text('正在读取和检查', 'Reading and checking'),
  usbDone: text('选好了', 'Done'),
  usbEarlier: text('上一页文件', 'Earlier files'),
  usbLater: text('下一页文件', 'More files'),
  pullStick: text('交完记得拔走 U\u00A0盘。', 'Remember to take your stick with you.'),
};
