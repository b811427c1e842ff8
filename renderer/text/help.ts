// What is said to whoever asks for a person.
import { text } from '../../domain/contract/text.ts';

export const helpTexts = {
  callStaff: text('请工作人员过来', 'Call a member of staff'),
  calling: text('正在通知工作人员', 'Telling the staff'),
  /** On the button along the lower edge, while nobody looks at the answer. */
  callingShort: text('正在叫人', 'Calling'),
  calledShort: text('已经叫人', 'Called'),
  notCalledShort: text('没叫到人', 'Not told'),
  called: text('已经通知工作人员，请在这里稍等。', 'The staff have been told. Please wait here.'),
  notCalled: text(
    '从这里通知不到工作人员。请到上面写的地方，或打电话。',
    'The staff could not be told from here. Please go to the place above, or telephone.',
  ),
};
