// What the machine says of a page, in the order in which it stands there. A hall has ears: labels, hints and what is wrong
// are said; what somebody entered, who they are and what is theirs is not, nor any sentence that could hold some of it.
import type { Problem } from '../../domain/contract/answers.ts';
import type { Text } from '../../domain/contract/text.ts';
import type { QuestionView, View, ViewOf } from '../../domain/contract/views.ts';
import { texts } from '../text/texts.ts';

/** Families of problems whose sentences never hold an answer. Others are only pointed at. */
const PLAIN = [
  'address',
  'choice',
  'choices',
  'credit-code',
  'date',
  'document',
  'email',
  'file',
  'media',
  'missing',
  'mobile',
  'money',
  'not-ticked',
  'number',
  'person-name',
  'phone',
  'postcode',
  'resident-id',
  'text',
];

/** More than this is a list to look through, not to listen to. */
const MOST_OPTIONS = 8;

/** The sentences of a page, to be said one after the other. */
export function utterancesOf(view: View): Text[] {
  const said = partsOf(view).filter((part) => part !== null);
  // A hint may repeat its label; nobody needs to hear it twice in a row.
  return said.filter((part, index) => part['zh-CN'] !== said[index - 1]?.['zh-CN']);
}

function partsOf(view: View): (Text | null)[] {
  switch (view.screen) {
    case 'welcome':
      return [texts.speakWelcome];
    case 'matters':
      return [
        texts.whichMatter,
        ...view.occasions.flatMap(({ title, matters }) => [title, ...titles(matters)]),
      ];
    case 'guide':
      return [view.title, view.summary, texts.bring, ...titles(view.bring)];
    case 'questions':
      return questionParts(view);
    case 'list':
      return [view.title, view.help, ...view.problems.map(problemPart)];
    // A document may be called by the person it is about.
    case 'documents':
      return [view.title, view.help];
    case 'identity':
      return [view.title, view.help, ...titles(view.ways)];
    case 'check':
      return [texts.speakCheck, ...view.problems.map(problemPart)];
    case 'confirm':
      return [texts.signTitle, ...view.declaration, ...view.problems.map(({ text }) => text)];
    case 'receipt':
      return [texts.speakReceipt, ...view.stages.map(({ title }) => title)];
    // What is somebody's own, and what is new here and nobody has looked at yet, is not said.
    default:
      return [];
  }
}

function titles(lines: { title: Text }[]): Text[] {
  return lines.map(({ title }) => title);
}

function questionParts(view: ViewOf<'questions'>): (Text | null)[] {
  return [
    view.title,
    view.help,
    ...view.questions.flatMap((question) => [
      ...aboutQuestion(question),
      ...view.problems.filter(({ at }) => at === question.at).map(problemPart),
    ]),
  ];
}

/** People who may be chosen are not named aloud. */
function aboutQuestion({ as, label, hint, options }: QuestionView): (Text | null)[] {
  const isShort = ['choice', 'choices'].includes(as) && options.length <= MOST_OPTIONS;
  return [label, hint, ...(isShort ? options.map((option) => option.label) : [])];
}

function problemPart({ code, text }: Problem): Text {
  return PLAIN.includes(code.split('/')[0] ?? '') ? text : texts.seeScreen;
}
