// What the pages themselves say. A missing language does not compile; what depends on a case comes from the platform.
import type { TaskState } from '../../../domain/contract/platform-api.ts';
import { text, type Text } from '../../../domain/contract/text.ts';

export const texts = {
  product: text('一窗通', 'OneWindow'),
  desk: text('部门工作台', 'Department desk'),
  mainMenu: text('主导航', 'Main menu'),
  allCases: text('全部案件', 'All cases'),
  anyState: text('全部', 'All'),
  languageOther: text('English', '中文'),
  leave: text('退出', 'Leave'),

  signInTitle: text('打开工作台', 'Open the desk'),
  signInHint: text(
    '平台启动时，会在它的窗口里印出工作台的地址。请从那里打开，或把地址最后 # 后面的一串字符填在这里。',
    'When the platform starts it prints the address of this desk in its window. Open that address, or enter what stands after the # at its end.',
  ),
  token: text('口令', 'Token'),
  signIn: text('打开', 'Open'),
  tokenWrong: text(
    '口令不对，或平台已经重新启动。请用最新印出的地址。',
    'The token is wrong, or the platform has been restarted. Use the address it printed last.',
  ),
  sessionOver: text('登录已经过期，请重新打开。', 'Your session has ended. Please open the desk again.'),
  noAnswer: text(
    '平台没有应答。请看看它是否在运行，再试一次。',
    'The platform does not answer. Check that it is running, then try again.',
  ),
  tryAgain: text('再试一次', 'Try again'),
  reading: text('正在读取', 'Reading'),

  casesTitle: text('案件', 'Cases'),
  newestFirst: text('最新收到的在最上面。', 'The newest come first.'),
  filter: text('按环节的状态看', 'By state of a task'),
  arrivedOne: text('新到 1 件。', 'One has arrived.'),
  listStaysPut: text('列表不会自己跳动，您点了才更新。', 'The list does not move by itself.'),
  showArrived: text('显示新到的', 'Show what has arrived'),
  noCases: text('还没有案件。自助机送来的申请会出现在这里。', 'No cases yet. What kiosks send appears here.'),
  noneInState: text('现在没有这种状态的案件。', 'There is no case in this state now.'),

  number: text('收件编号', 'Receipt number'),
  subjectAndMatter: text('对象与事项', 'Subject and matter'),
  state: text('环节', 'Tasks'),
  received: text('收到', 'Received'),
  waiting: text('等受理', 'Waiting'),
  from: text('来自', 'From'),
  atKiosk: text('终端', 'kiosk'),
  atPlatform: text('平台', 'platform'),
  notWaiting: text('不在等', 'not waiting'),
  clockAhead: text('终端时钟偏快，以平台时间为准', 'Kiosk clock is ahead; platform time holds'),
  clockBehind: text('终端时钟偏慢，以平台时间为准', 'Kiosk clock is behind; platform time holds'),
  newerPage: text('上一页', 'Newer'),
  olderPage: text('下一页', 'Older'),
  pages: text('翻页', 'Pages'),

  backToList: text('返回列表', 'Back to the list'),
  caseWord: text('案件', 'Case'),
  version: text('事项版本', 'procedure version'),
  tasksTitle: text('环节和各部门能看到的资料', 'Tasks, and what each department may see'),
  chooseTask: text('选一个环节', 'Choose a task'),
  seesNothing: text('这个环节看不到任何填写内容。', 'This task sees nothing that was answered.'),
  notAnswered: text('没有填', 'not answered'),
  documentsTitle: text('材料', 'Documents'),
  document: text('材料', 'Document'),
  documentState: text('状态', 'State'),
  toFollow: text('后补', 'To follow'),
  withIt: text('要交，还没有收到', 'Required, not received yet'),
  dueBy: text('最晚', 'by'),
  declared: text('申请人书面承诺', 'Declared by the applicant instead'),
  spared: text('数据里已有，不用交', 'On record, not needed'),
  openDocument: text('打开', 'Open'),
  onItsWay: text('正在从自助机送来', 'On its way from the kiosk'),
  onePage: text('页', 'page'),
  pagesOf: text('页', 'pages'),
  noDocuments: text('不需要材料。', 'No documents are needed.'),
  limits: text('时限', 'Time limits'),
  notStarted: text('还没开始', 'Not started'),
  startsOnAcceptance: text(
    '受理后开始计时，受理当天不算。',
    'It starts on acceptance; that day does not count.',
  ),
  promised: text('承诺', 'Promised'),
  statutory: text('法定', 'By law'),
  workingDays: text('个工作日', 'working days'),
  workingDay: text('个工作日', 'working day'),
  handedIn: text('收件', 'Handed in'),
  history: text('经过', 'History'),
  unreadable: text(
    '填写内容现在显示不了：平台上没有这个版本的事项，或打不开密封。案件本身没有受影响，请联系平台管理员。',
    'What was answered cannot be shown: this version of the procedure is not on the platform, or the seal does not open. The case itself is unharmed; please tell whoever runs the platform.',
  ),
  noSuchCase: text('没有这个案件。', 'There is no such case.'),
} as const;

export const stateWords: Readonly<Record<TaskState, Text>> = {
  'waiting-for-another': text('等前一环节', 'Waits for another'),
  'waiting-for-acceptance': text('等受理', 'Awaiting acceptance'),
  accepted: text('已受理', 'Accepted'),
  decided: text('已办结', 'Decided'),
  returned: text('待补正', 'Sent back'),
};

/** What stands over the answers that one department may see. */
export function seenByText(department: Text): Text {
  return text(`${department['zh-CN']}能看到的资料`, `What the ${department.en} may see`);
}

export const helpTexts = {
  wanted: text('有人请您过去帮忙', 'somebody asks for your help'),
  going: text('我去', 'I am going'),
};

export const ratingTexts = {
  title: text('群众评价', 'Rating'),
  named: text('愿意回访', 'may be called back'),
  anonymous: text('匿名', 'anonymous'),
};

export const signatureTexts = {
  drawn: text('申请人的签名', 'The applicant’s signature'),
  typed: text('签名：输入姓名确认', 'Signed by typing the name'),
};

export function identityText(identity: Text): Text {
  return text(`身份：${identity['zh-CN']}`, `Identity: ${identity.en}`);
}

/** The tasks that begin when those before them are decided. */
export function thenText(titles: Text[]): Text {
  const zh = titles.map((title) => title['zh-CN']).join('、');
  return text(`随后：${zh}`, `Then: ${titles.map(({ en }) => en).join(', ')}`);
}
