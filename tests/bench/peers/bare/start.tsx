// The bare change of a route: the least that a page of React does when one component takes the place of another.
import { useState } from 'react';
import { titleOf } from '../../ui/sixty-fields.ts';
import '../shared/page.css';
import { open } from '../shared/open.tsx';

function Even({ page }: { page: number }) {
  return (
    <div>
      <h1>{titleOf(page).zh}</h1>
      <label className="field">
        双页
        <input id="even" />
      </label>
    </div>
  );
}

function Odd({ page }: { page: number }) {
  return (
    <section>
      <h1>{titleOf(page).zh}</h1>
      <label className="field">
        单页
        <input id="odd" />
      </label>
    </section>
  );
}

function Bare() {
  const [page, setPage] = useState(0);
  const Shown = page % 2 === 0 ? Even : Odd;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setPage(page + 1);
      }}
    >
      <Shown page={page} />
      <button type="submit">继续</button>
    </form>
  );
}

open(<Bare />);
