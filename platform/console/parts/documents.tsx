import { consolePaths, type CaseView } from '../../../domain/contract/console-api.ts';
import { dayIn } from '../text/moments.ts';
import { texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';

type Entry = CaseView['documents'][number];

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
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(texts.document)}</th>
          <th scope="col">{say(texts.documentState)}</th>
        </tr>
      </thead>
      <tbody>
        {found.documents.map((document, index) => (
          // Two people may need the same document; the order does not change.
          <tr key={index}>
            <td>{say(document.title)}</td>
            <td className="num">
              <State document={document} caseId={found.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ document, caseId }: { document: Entry; caseId: string }) {
  const say = useText();
  const locale = useLocale();
  const { state, dueOn, declares, file } = document;
  if (file !== null) return <File file={file} caseId={caseId} name={say(document.title)} />;
  if (state === 'declared')
    return (
      <>
        {say(texts.declared)}
        {declares === null ? null : <p className="note">{say(declares)}</p>}
      </>
    );
  if (state === 'spared') return say(texts.spared);
  return dueOn === null
    ? say(texts.withIt)
    : `${say(texts.toFollow)} · ${say(texts.dueBy)} ${dayIn(locale, dueOn)}`;
}

/** Opens in a window of its own; it can do nothing there. */
function File({ file, caseId, name }: { file: NonNullable<Entry['file']>; caseId: string; name: string }) {
  const say = useText();
  const pages = `${file.pages} ${say(file.pages === 1 ? texts.onePage : texts.pagesOf)}`;
  return (
    <>
      {file.arrivedAt === null ? (
        say(texts.onItsWay)
      ) : (
        <a
          href={`${consolePaths.cases}/${caseId}/documents/${file.id}`}
          target="_blank"
          rel="noreferrer"
          aria-label={`${say(texts.openDocument)} ${name}`}
        >
          {say(texts.openDocument)}
        </a>
      )}
      {` · ${pages}`}
      <p className="note">{say(file.trust)}</p>
    </>
  );
}
