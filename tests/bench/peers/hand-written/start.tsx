// The sixty fields by hand: react-hook-form with uncontrolled inputs, as its manual teaches it, and a wizard in a dozen lines.
import { useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { titleOf, type Field } from '../../ui/sixty-fields.ts';
import '../shared/page.css';
import { askedPages, open } from '../shared/open.tsx';
import { problemOf } from '../shared/rules.ts';

type Answers = Record<string, string>;
type Form = UseFormReturn<Answers>;

function useRegistered({ register }: Form, field: Field) {
  return register(field.id, { validate: (typed) => problemOf(field, typed) ?? true });
}

function Choice({ form, field }: { form: Form; field: Field }) {
  const registered = useRegistered(form, field);
  return (
    <fieldset className="field">
      <legend>{field.zh}</legend>
      {field.options?.map(({ value, zh }) => (
        <label key={value} className="choice">
          <input type="radio" value={value} {...registered} />
          {zh}
        </label>
      ))}
    </fieldset>
  );
}

const INPUT_MODES = {
  mobile: 'tel',
  money: 'decimal',
  number: 'numeric',
} as const satisfies Partial<Record<Field['as'], string>>;

function Line({ form, field }: { form: Form; field: Field }) {
  const registered = useRegistered(form, field);
  const inputMode = field.as in INPUT_MODES ? INPUT_MODES[field.as as keyof typeof INPUT_MODES] : undefined;
  return (
    <label className="field" htmlFor={field.id}>
      {field.zh}
      <input
        id={field.id}
        type={field.as === 'date' ? 'date' : 'text'}
        inputMode={inputMode}
        autoComplete="off"
        {...registered}
      />
    </label>
  );
}

function Asked({ form, field }: { form: Form; field: Field }) {
  const wrong = form.formState.errors[field.id]?.message;
  return (
    <div>
      {field.as === 'choice' ? <Choice form={form} field={field} /> : <Line form={form} field={field} />}
      {wrong === undefined ? null : (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

const pages = askedPages();

function HandWritten() {
  const form = useForm<Answers>();
  const [page, setPage] = useState(0);
  const fields = pages[page] ?? [];

  async function goOn(): Promise<void> {
    const isWell = await form.trigger(fields.map(({ id }) => id));
    if (isWell && page + 1 < pages.length) setPage(page + 1);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void goOn();
      }}
    >
      <h1>{titleOf(page).zh}</h1>
      {fields.map((field) => (
        <Asked key={field.id} form={form} field={field} />
      ))}
      <button type="submit">继续</button>
    </form>
  );
}

open(<HandWritten />);
