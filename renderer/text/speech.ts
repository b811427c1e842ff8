// What is said of the voice, and by it.
import { text } from '../../domain/contract/text.ts';

export const speechTexts = {
  readAloud: text('朗读', 'Read aloud'),
  seeScreen: text('请看屏幕上的红字', 'Please read the words in red on the screen'),
  speakWelcome: text('您好。按开始办理，或按查办理进度。', 'Hello. Press Start, or press Check progress.'),
  speakReceipt: text(
    '您的申请已经收好。请取走凭条。',
    'Your application has been received. Please take the receipt.',
  ),
  speakCheck: text('请核对屏幕上的内容。', 'Please check what is on the screen.'),
};
