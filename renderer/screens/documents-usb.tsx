import { text, type Text } from '../../domain/contract/text.ts';
import type { FileView, UsbView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Sheets } from './documents-sheets.tsx';

/** What is on the stick, as a list of the kiosk's own: no window of the operating system. */
export function Usb({ view }: { view: UsbView }) {
  const { press, pending } = usePress();
  const say = useText();
  const close = () => press({ name: 'closeDocument', input: { page: view.page } });
  return (
    <Frame
      view={view}
      route={view.route}
      name="usb"
      onContinue={close}
      act={
        view.pages === 0 ? (
          <Button onPress={close}>{say(texts.back)}</Button>
        ) : (
          <Button look="strong" onPress={close}>
            {say(texts.usbDone)}
          </Button>
        )
      }
    >
      <Title help={say(texts.usbHelp)}>{say(titleOf(view))}</Title>
      <div role="alert">
        <Wrong problem={view.problem === null ? null : say(view.problem)} />
      </div>
      <Sheets view={view} />
      <p className="unseen" role="status">
        {pending === 'takeFile' ? say(texts.usbReading) : ''}
      </p>
      {view.state === 'listed' ? (
        <Files view={view} isReading={pending === 'takeFile'} />
      ) : (
        <Nothing state={view.state} />
      )}
      {view.state === 'none' ? null : <p className="note">{say(texts.pullStick)}</p>}
    </Frame>
  );
}

function titleOf({ document }: UsbView): Text {
  return text(`${document['zh-CN']}：从 U\u00A0盘选`, `${document.en}: from the stick`);
}

function Nothing({ state }: Pick<UsbView, 'state'>) {
  const say = useText();
  const isNone = state === 'none';
  return (
    <div className="stick" role="status">
      <Icon of="stick" />
      <p>
        <strong>{say(isNone ? texts.usbNone : texts.usbEmpty)}</strong>
        <small>{say(isNone ? texts.usbNoneHint : texts.usbEmptyHint)}</small>
      </p>
    </div>
  );
}

function Files({ view, isReading }: { view: UsbView; isReading: boolean }) {
  const { press } = usePress();
  const say = useText();
  const { page, files, from, total, perPage, isCut } = view;
  const turn = (to: number) => press({ name: 'turnFiles', input: { page, from: Math.max(0, to) } });
  const shown = text(
    `第 ${from + 1}–${from + files.length} 个，共 ${total} 个文件`,
    `Files ${from + 1}–${from + files.length} of ${total}`,
  );
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <FileRow key={file.id} file={file} page={page} isReading={isReading} />
        ))}
      </ul>
      <div className="files__turn">
        {from === 0 ? null : (
          <Button look="small" icon="up" onPress={() => turn(from - perPage)}>
            {say(texts.usbEarlier)}
          </Button>
        )}
        <span className="note num">{say(shown)}</span>
        {from + files.length >= total ? null : (
          <Button look="small" icon="down" onPress={() => turn(from + files.length)}>
            {say(texts.usbLater)}
          </Button>
        )}
      </div>
      {isCut ? <p className="note">{say(texts.usbCut)}</p> : null}
    </>
  );
}

function FileRow({ file, page, isReading }: { file: FileView; page: string; isReading: boolean }) {
  const { press } = usePress();
  const say = useText();
  return (
    <li className="file">
      <Icon of="paper" />
      <span className="file__words">
        <strong data-head={file.name}>{file.name}</strong>
        <small className="num">
          {file.size} · {file.folder}
        </small>
      </span>
      <Button
        look="small"
        label={`${say(texts.takeThis)} ${file.name}`}
        onPress={() => press({ name: 'takeFile', input: { page, file: file.id } })}
      >
        {say(isReading ? texts.usbReading : texts.takeThis)}
      </Button>
    </li>
  );
}
