import { useState } from 'react';
import type { DocumentChoiceView, DocumentView, ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Icon, type Drawing } from '../../ui/icon.tsx';
import { Back, Continue } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { placeId, Problems } from '../frame/problems.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** A state is a word with a mark of its own shape; colour says it once more. */
const MARKS: Record<DocumentView['state'], { look: string; icon: Drawing }> = {
  needed: { look: 'wrong', icon: 'alert' },
  'to-follow': { look: 'waiting', icon: 'clock' },
  attached: { look: 'done', icon: 'check' },
  declared: { look: 'done', icon: 'pen' },
  spared: { look: 'done', icon: 'check' },
};

export function DocumentState({ state, says }: Pick<DocumentView, 'state' | 'says'>) {
  const say = useText();
  const { look, icon } = MARKS[state];
  return (
    <span className={`state state--${look}`}>
      <Icon of={icon} />
      {say(says)}
    </span>
  );
}

/** Documents, each with what holds for it. */
export function DocumentList({ documents }: { documents: DocumentView[] }) {
  const say = useText();
  return (
    <ul className="papers">
      {documents.map(({ id, title, note, state, says }) => (
        <li key={id}>
          <Icon of="paper" />
          <span className="papers__words">
            <strong>{say(title)}</strong>
            {note === null ? null : <small>{say(note)}</small>}
          </span>
          <DocumentState state={state} says={says} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  page: string;
  document: DocumentChoiceView;
  onDeclare: (document: DocumentChoiceView) => void;
}

function Row({ page, document, onDeclare }: RowProps) {
  const say = useText();
  const { id, title, note, state, says, problem } = document;
  return (
    <li id={placeId(`/documents/${id}`)} className="paper" data-wrong={problem !== null}>
      <div className="paper__words">
        <strong data-head={say(title)}>{say(title)}</strong>
        {note === null ? null : <small>{say(note)}</small>}
        <DocumentState state={state} says={says} />
      </div>
      {problem === null ? null : (
        <div className="paper__wrong">
          <Wrong problem={say(problem)} />
        </div>
      )}
      <Ways page={page} document={document} onDeclare={onDeclare} />
    </li>
  );
}

/** What can be done about one document. */
function Ways({ page, document, onDeclare }: RowProps) {
  const { press } = usePress();
  const say = useText();
  const { id, title, state, camera, usb, declares, canUndo } = document;
  const has = state === 'attached';
  const named = (words: string) => `${words} ${say(title)}`;
  const open = (by: 'camera' | 'usb') => press({ name: 'openDocument', input: { page, document: id, by } });
  const [camWords, usbWords] = has
    ? [say(texts.morePages), say(texts.otherFile)]
    : [say(texts.byCamera), say(texts.byUsb)];
  return (
    <div className="paper__ways">
      {camera ? (
        <Button look="small" icon="camera" label={named(camWords)} onPress={() => open('camera')}>
          {camWords}
        </Button>
      ) : null}
      {usb ? (
        <Button look="small" icon="stick" label={named(usbWords)} onPress={() => open('usb')}>
          {usbWords}
        </Button>
      ) : null}
      {declares === null ? null : (
        <Button
          look="small"
          icon="pen"
          label={named(say(texts.declareInstead))}
          onPress={() => onDeclare(document)}
        >
          {say(texts.declareInstead)}
        </Button>
      )}
      {canUndo ? (
        <Button
          look="small"
          icon="back"
          label={named(say(texts.undoGift))}
          onPress={() => press({ name: 'undoDocument', input: { page, document: id } })}
        >
          {say(texts.undoGift)}
        </Button>
      ) : null}
    </div>
  );
}

/** A declaration is read before it is made. */
function DeclareDialog({
  page,
  document,
  onClose,
}: {
  page: string;
  document: DocumentChoiceView | null;
  onClose: () => void;
}) {
  const { press } = usePress();
  const say = useText();
  function declare(): void {
    if (document !== null) press({ name: 'declareDocument', input: { page, document: document.id } });
    onClose();
  }
  return (
    <Dialog
      isOpen={document !== null}
      onClose={onClose}
      title={say(texts.declareWhich)}
      actions={
        <>
          <Button onPress={onClose}>{say(texts.declareNo)}</Button>
          <Button look="strong" onPress={declare}>
            {say(texts.declareYes)}
          </Button>
        </>
      }
    >
      <p>
        <strong>{document === null ? '' : say(document.title)}</strong>
      </p>
      <p>{say(texts.declareMeans)}</p>
      <p>
        <strong>{document?.declares == null ? '' : say(document.declares)}</strong>
      </p>
    </Dialog>
  );
}

/** What an application needs on paper, and every way of giving it. */
export function Documents({ view }: { view: ViewOf<'documents'> }) {
  const { press } = usePress();
  const say = useText();
  const [declaring, setDeclaring] = useState<DocumentChoiceView | null>(null);
  const canFollow = view.documents.some(({ state }) => state === 'to-follow');
  return (
    <Frame
      view={view}
      route={view.route}
      name="documents"
      onContinue={() => press({ name: 'answerPage', input: { page: view.page, answers: {} } })}
      act={
        <>
          <Back page={view.page} />
          <Continue>{say(view.changing ? texts.toCheck : texts.next)}</Continue>
        </>
      }
    >
      <Problems problems={view.problems} />
      <Title help={view.help === null ? null : say(view.help)}>{say(view.title)}</Title>
      {canFollow ? <p className="hold">{say(texts.documentsLater)}</p> : null}
      <ul className="paperlist">
        {view.documents.map((document) => (
          <Row key={document.id} page={view.page} document={document} onDeclare={setDeclaring} />
        ))}
      </ul>
      <p className="note">{say(texts.trustNote)}</p>
      <DeclareDialog page={view.page} document={declaring} onClose={() => setDeclaring(null)} />
    </Frame>
  );
}
