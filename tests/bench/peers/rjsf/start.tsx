// The sixty fields as react-jsonschema-form asks them. It has no pages: each page is a form of its own over the same
// answers, which is how its users build a wizard.
import Form from '@rjsf/core';
import type { FormValidation, RJSFSchema, UiSchema } from '@rjsf/utils';
import { customizeValidator } from '@rjsf/validator-ajv8';
import { useState } from 'react';
import { titleOf, type Field } from '../../ui/sixty-fields.ts';
import '../shared/page.css';
import { askedPages, open } from '../shared/open.tsx';
import { problemOf } from '../shared/rules.ts';

type Answers = Record<string, string>;

function schemaOf(field: Field): RJSFSchema {
  if (field.as === 'choice')
    return {
      type: 'string',
      title: field.zh,
      oneOf: field.options?.map(({ value, zh }) => ({ const: value, title: zh })) ?? [],
    };
  if (field.as === 'date') return { type: 'string', title: field.zh, format: 'date' };
  return { type: 'string', title: field.zh, maxLength: field.as === 'text' ? (field.max ?? 200) : 60 };
}

interface Page {
  schema: RJSFSchema;
  uiSchema: UiSchema<Answers>;
  customValidate: (answers: Answers | undefined, errors: FormValidation<Answers>) => FormValidation<Answers>;
}

function pageOf(fields: Field[], page: number): Page {
  return {
    schema: {
      type: 'object',
      title: titleOf(page).zh,
      required: fields.map(({ id }) => id),
      properties: Object.fromEntries(fields.map((field) => [field.id, schemaOf(field)])),
    },
    uiSchema: {
      'ui:submitButtonOptions': { norender: false, submitText: '继续' },
      ...Object.fromEntries(
        fields.filter(({ as }) => as === 'choice').map(({ id }) => [id, { 'ui:widget': 'radio' }]),
      ),
    },
    customValidate(answers, errors) {
      for (const field of fields) {
        const wrong = problemOf(field, answers?.[field.id]);
        if (wrong !== null) errors[field.id]?.addError(wrong);
      }
      return errors;
    },
  };
}

const pages = askedPages().map(pageOf);
const validator = customizeValidator<Answers>();

function Wizard() {
  const [page, setPage] = useState(0);
  const [answers, setAnswers] = useState<Answers>({});
  const shown = pages[page];
  if (shown === undefined) return null;
  return (
    <Form<Answers>
      key={page}
      {...shown}
      validator={validator}
      formData={answers}
      noHtml5Validate
      showErrorList={false}
      onSubmit={({ formData }) => {
        setAnswers(formData ?? {});
        setPage(Math.min(page + 1, pages.length - 1));
      }}
    />
  );
}

open(<Wizard />);
