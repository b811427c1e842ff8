// What the screens themselves say. A missing language does not compile; what depends on the case comes from the kiosk.
import { text } from '../../domain/contract/text.ts';
import { copyTexts } from './copy.ts';
import { documentTexts } from './documents.ts';
import { helpTexts } from './help.ts';
import { questionTexts } from './questions.ts';
import { signatureTexts } from './signature.ts';
import { speechTexts } from './speech.ts';

export const texts = {
  ...questionTexts,
  ...documentTexts,
  ...helpTexts,
  ...signatureTexts,
  ...copyTexts,
  ...speechTexts,
  product: text('一窗通', 'OneWindow'),
  city: text('贵阳市政务服务', 'Guiyang Public Services'),
  slogan1: text('一个窗口，', 'One window,'),
  slogan2: text('一次办好。', 'one visit.'),
  hello: text('您好，来办什么事？', 'Hello. What brings you here?'),
  start: text('开始办理', 'Start'),
  askProgress: text('查办理进度', 'Check progress'),
  help: text('人工帮助', 'Help'),
  languageOther: text('English', '中文'),
  languageGlyph: text('EN', '中'),
  largeText: text('大字', 'Large text'),
  largestText: text('特大字', 'Largest text'),
  largeGlyph: text('大', 'Aa'),
  contrast: text('高对比', 'Contrast'),
  lowReach: text('放低画面', 'Lower down'),
  leaveAndClear: text('退出并清空', 'Leave and clear'),
  helpAndView: text('帮助与显示', 'Help and display'),
  languageAndView: text('语言与显示', 'Language and display'),
  nothingKept: text(
    '本机不保存您填写的个人资料。您离开后，屏幕会自动清空。',
    'This machine keeps none of what you type. The screen clears itself when you leave.',
  ),
  online: text('网络正常', 'Online'),
  offline: text('网络断开，照常办理', 'Offline. You can carry on'),
  signInNeeded: text('网络暂时不通，照常办理', 'No way through. You can carry on'),

  whichMatter: text('您要办什么事？', 'What would you like to do?'),
  matterMissing: text(
    '有些事项暂时不能在这台机器上办，请到窗口办理。',
    'Some matters cannot be done on this machine at present. Please go to a counter.',
  ),
  backHome: text('返回首页', 'Back to start'),
  otherMatter: text('换一个事项', 'Another matter'),
  bring: text('请准备好', 'Have these ready'),
  spared: text('这些不用带', 'You need not bring'),
  offlineHold: text(
    '现在网络断开了。您可以照常填写，申请会妥善存在本机，网络恢复后自动送出。',
    'The network is down. You can carry on: your application is kept safely here and sent when the network is back.',
  ),
  startFilling: text('开始填写', 'Begin'),

  back: text('上一步', 'Back'),
  next: text('继续', 'Continue'),
  toCheck: text('改好了，回去核对', 'Done, back to checking'),
  way: text('办理进度', 'Your way through'),
  optional: text('选填', 'optional'),
  chooseNone: text('不选了', 'Clear this choice'),
  moreBelow: text('往下看', 'See more'),
  moreAbove: text('往上看', 'Back up'),
  moreHere: text('下面还有', 'Further down'),
  moreHereIs: text('下面还有：', 'Further down: '),

  problemsOne: text('有 1 处需要改一改', 'One thing needs attention'),
  reference: text('编号', 'Reference'),

  add: text('添加一位', 'Add'),
  addFirst: text('添加第一位', 'Add the first'),
  change: text('修改', 'Change'),
  remove: text('删除', 'Remove'),
  removeWhich: text('要删除这一位吗？', 'Remove this one?'),
  removeLoses: text('删除后，这一位填过的内容都没有了。', 'Everything entered for this one will be gone.'),
  keep: text('不删除', 'Keep'),
  given: text('已分配', 'Allotted'),
  wanted: text('注册资本', 'Registered capital'),
  share: text('占', 'Share'),
  listEmpty: text('还没有添加。', 'Nobody has been added yet.'),
  unallotted: text('未分配', 'not allotted'),

  searchHere: text('搜一搜：名称或拼音首字母', 'Search by name or pinyin initials'),
  allGroups: text('全部类别', 'All groups'),
  chosen: text('已选', 'Chosen'),
  nothingFound: text(
    '没有找到。换个词，或只打一两个字。',
    'Nothing found. Try another word, or fewer letters.',
  ),
  mainOne: text('主营', 'main'),
  earlierPage: text('前一页', 'Previous'),
  laterPage: text('后一页', 'Next'),

  year: text('年', 'Year'),
  month: text('月', 'Month'),
  day: text('日', 'Day'),

  personName: text('姓名', 'Full name'),
  personId: text('身份证号码', 'Identity number'),
  personMobile: text('手机号码', 'Mobile number'),
  somebodyElse: text('另外一位', 'Somebody else'),
  somebodyElseNote: text(
    '填姓名、身份证号码和手机号码',
    'Enter a name, an identity number and a mobile number',
  ),

  nameDivision: text('行政区划', 'Place', text('地名', 'Place')),
  nameTrade: text('字号', 'Trade name', text('您起的名', 'The name you made up')),
  nameIndustry: text('行业', 'Industry', text('做什么生意', 'Trade')),
  nameForm: text('组织形式', 'Legal form', text('叫什么公司', 'Kind of company')),
  nameReads: text('全名', 'Full name'),
  nameOrderFirst: text('地名放最前面', 'Place first'),
  nameOrderBrackets: text('地名放括号里', 'Place in brackets'),
  nameOrder: text('地名的位置', 'Where the place stands'),

  checkTitle: text('请核对一遍', 'Check your answers'),
  checkHelp: text(
    '有不对的，按旁边的“修改”。核对好了就去确认提交。',
    'Press Change beside anything that is not right. Then go on to confirm.',
  ),
  notAnswered: text('没有填', 'Not given'),
  documents: text('材料', 'Documents'),
  allRight: text('都对，去确认', 'All right, go on'),
  toFollow: text('随后补交', 'To follow'),

  typeName: text('请写上您的姓名，表示同意', 'Type your name to agree'),
  typeNameHint: text('和前面填的申请人姓名一样', 'The applicant’s name as given before'),
  applicant: text('申请人', 'Applicant'),
  submit: text('确认并提交', 'Confirm and submit'),
  submitting: text('正在收件', 'Receiving'),
  submittingHint: text(
    '一般几秒钟就好，请先不要离开。',
    'This takes a few seconds. Please do not leave yet.',
  ),

  heldTitle: text('申请已收好，存在这台机器上', 'Your application is safe on this machine'),
  heldHint: text(
    '网络通了会自动送往市平台，不用您再来。可以放心离开。',
    'It goes to the city platform by itself when there is a connection. You can leave.',
  ),
  arrivedTitle: text('市平台已经收到您的申请', 'The city platform has your application'),
  arrivedHint: text(
    '部门会告诉您是否受理。这张凭条还不是受理通知。',
    'The department will tell you whether it is accepted. This receipt is not yet an acceptance.',
    text(
      '部门看过以后，会告诉您办不办。这张凭条只说明我们收到了。',
      'The department reads it and tells you whether it goes ahead. This receipt only says that we have it.',
    ),
  ),
  stoppedTitle: text('还没送到，请找工作人员', 'It has not arrived. Please ask a member of staff'),
  stoppedHint: text(
    '申请好好地存在本机。请记下编号，交给工作人员处理。',
    'Your application is safe here. Please give the number to a member of staff.',
  ),
  receiptNumber: text('收件编号', 'Receipt number'),
  receivedAt: text('本机收件', 'received at this machine'),
  whatNext: text('接下来', 'What happens next'),
  followLater: text('要补交的材料', 'Documents to follow'),
  qrLabel: text(
    '凭条上的方块码：编号、机器、时间和签名，没有个人资料',
    'The square on the receipt: number, machine, time and signature; nothing personal',
    text('凭条上的方块码，里面没有您的个人资料', 'The square on the receipt. Nothing about you is in it'),
  ),
  proves: text(
    '凭条证明我们收到了申请，还不是受理通知。',
    'The receipt proves that we received your application. It is not an acceptance.',
    text(
      '凭条只说明我们收到了您的申请。办不办，部门会另外告诉您。',
      'The receipt only says that we have your application. Whether it goes ahead, the department will tell you.',
    ),
  ),
  printAgain: text('没出来？再打一份', 'Nothing came out? Print again'),
  copy: text('第', 'copy'),

  printQueued: text('凭条正在排队打印', 'Your receipt is waiting to be printed'),
  printSending: text('凭条正在送往打印机', 'Your receipt is going to the printer'),
  printSent: text('凭条已交给打印机', 'Receipt handed to the printer'),
  printSentHint: text('请从出口取走', 'Please take it from the slot'),
  printPaper: text('打印纸用完了', 'The printer is out of paper'),
  printFailed: text('打印机现在不能用', 'The printer is not working'),
  printUnknown: text('不确定凭条有没有打出来', 'It is not certain that the receipt was printed'),
  printSafe: text(
    '您的申请不受影响。请记下编号或拍下方块码。',
    'Your application is safe. Note the number or photograph the square.',
  ),

  progressTitle: text('请输入收件编号', 'Enter your receipt number'),
  progressFind: text('查询', 'Look it up'),
  progressFinding: text('正在查询', 'Looking'),
  progressOther: text('再查一个', 'Another number'),
  progressDone: text('看完了，退出', 'Done. Leave'),

  idleTitle: text('您还在吗？', 'Are you still there?'),
  idleSeconds: text(
    '秒后屏幕会清空，填了一半的内容不会留下。已经收下的申请不受影响。',
    'seconds, then the screen clears and unfinished answers are gone. Applications already received are safe.',
  ),
  idleStay: text('我还在，继续办', 'I am here, carry on'),
  idleLeave: text('办完了，清空', 'I am done, clear'),
  reloadedTitle: text('您还在吗？', 'Are you still there?'),
  reloadedHint: text(
    '屏幕刚才重新打开了。填过的内容还在，按下面的按钮接着办。',
    'The screen was opened again. Your answers are still here: press below to carry on.',
  ),

  leaveTitle: text('要退出并清空吗？', 'Leave and clear?'),
  leaveWords: text(
    '没有提交的内容会全部清空。已经收下的申请不受影响。',
    'Everything not submitted will be cleared. Applications already received are safe.',
  ),
  leaveYes: text('退出并清空', 'Leave and clear'),
  leaveNo: text('不退出', 'Stay'),
  helpTitle: text('需要帮忙吗？', 'Do you need help?'),
  helpWhere: text('工作人员在', 'Staff are at'),
  helpPhone: text('咨询电话', 'Telephone'),
  helpClose: text('知道了', 'Close'),

  closedTitle: text('这台机器暂时不能办事', 'Out of service'),
  closedElsewhere: text('请用旁边的机器，或到窗口办理。', 'Please use another machine or go to a counter.'),
  closedReceipts: text(
    '在这里拿到的凭条仍然有效，工作人员可以凭编号帮您查。',
    'Receipts from this machine stay valid. Staff can look up their numbers.',
  ),
  closedCode: text('故障代码', 'Code'),
  startingTitle: text('机器正在准备', 'The machine is getting ready'),
  startingHint: text(
    '请稍等片刻。一分钟后还没好，请用旁边的机器，或到窗口办理。',
    'Just a moment, please. If it takes more than a minute, use another machine or go to a counter.',
  ),
};
