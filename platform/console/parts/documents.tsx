import type { CaseView } from '../../../domain/contract/console-api.ts';
import { dayIn } from '../text/moments.ts';
import { texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';

export function Documents({ found }: { found: CaseView }) {
  const say = useText();
  return (
    <section>
      <h2>
        {say(texts.documentsTitle)} <span className="num">{found.documents.length}</span>
      </h2>
      {found.documents.length === 0 ? (
        <p className="empty">{say(found.isReadable ? texts.noDocuments : texts.unreadable)}</p>
      ) : (
        <DocumentTable found={found} />
      )}
    </section>
  );
}

function DocumentTable({ found }: { found: CaseView }) {
  const say = useText();
  const locale = useLocale();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(texts.document)}</th>
          <th scope="col">{say(texts.documentState)}</th>
        </tr>
      </thead>
      <tbody>
        {found.documents.map(({ title, dueOn }, index) => (
          // Two people may need the same document; the order does not change.
          <tr key={index}>
            <td>{say(title)}</td>
            <td className="num">
              {dueOn === null
                ? say(texts.withIt)
                : `${say(texts.toFollow)} · ${say(texts.dueBy)} ${dayIn(locale, dueOn)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
