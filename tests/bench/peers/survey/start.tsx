// The sixty fields as SurveyJS asks them: its own pages, inputs, styles and Chinese words. `?update=typing` has it take
// every key at once, as the kiosk does, and not when the field is left, which is how it comes.
import { Model } from 'survey-core';
import 'survey-core/i18n/simplified-chinese';
import 'survey-core/survey-core.min.css';
import { Survey } from 'survey-react-ui';
import { SIXTY_FIELDS, titleOf, type Field } from '../../ui/sixty-fields.ts';
import { askedPages, open } from '../shared/open.tsx';
import { problemOf } from '../shared/rules.ts';

function elementOf(field: Field): object {
  const asked = { name: field.id, title: field.zh, isRequired: true };
  if (field.as === 'choice')
    return {
      ...asked,
      type: 'radiogroup',
      choices: field.options?.map(({ value, zh }) => ({ value, text: zh })),
    };
  return {
    ...asked,
    type: 'text',
    inputType: field.as === 'date' ? 'date' : 'text',
    ...(field.as === 'text' ? { maxLength: field.max ?? 200 } : {}),
  };
}

const isTyping = new URLSearchParams(window.location.search).get('update') === 'typing';

const survey = new Model({
  locale: 'zh-cn',
  showProgressBar: 'off',
  textUpdateMode: isTyping ? 'onTyping' : 'onBlur',
  pages: askedPages().map((fields, page) => ({
    name: `page-${page}`,
    title: titleOf(page).zh,
    elements: fields.map(elementOf),
  })),
});

const byId = new Map(SIXTY_FIELDS.map((field) => [field.id, field]));
survey.onValidateQuestion.add((_, asked) => {
  const field = byId.get(asked.name);
  const wrong = field === undefined ? null : problemOf(field, asked.value);
  if (wrong !== null) asked.error = wrong;
});

open(<Survey model={survey} />);
