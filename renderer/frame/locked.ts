// Refuses what a browser does with keys, mouse and touch beyond writing, moving and choosing: menus, new windows, finding,
// printing, saving, zooming, dragging. Chromium asks the page first in a window without controls, so this is the first
// wall. Behind it stand the host's (main/hosts) and, for the keys the page never sees, the operating system's.
import { isAllowed } from '../../domain/contract/keys.ts';

const LEFT_BUTTON = 0;

function refuse(event: Event): void {
  event.preventDefault();
}

function refuseKey(event: KeyboardEvent): void {
  const isAltGraph = event.getModifierState('AltGraph');
  const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing } = event;
  if (!isAllowed({ key, ctrlKey, altKey, metaKey, shiftKey, isComposing, isAltGraph })) refuse(event);
}

/** The middle button pastes and opens windows, the thumb's buttons turn back. */
function refuseOtherButtons(event: MouseEvent): void {
  if (event.button !== LEFT_BUTTON) refuse(event);
}

/** A press with a key held down opens what is pressed in a window of its own, or saves it. */
function refuseModified(event: MouseEvent): void {
  if (event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) refuse(event);
}

/** Ctrl and the wheel, or two fingers on a touch pad, enlarge the page. */
function refuseZoom(event: WheelEvent): void {
  if (event.ctrlKey) refuse(event);
}

/** A drop leads to what was dropped; a drag takes it elsewhere. */
function refuseDrop(event: DragEvent): void {
  refuse(event);
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
}

/** There is one page: only itself it may load again. */
function stay(event: NavigateEvent): void {
  if (event.destination.url !== window.location.href || event.downloadRequest !== null) refuse(event);
}

/** Holds for as long as the page lives. */
export function lockGestures(): void {
  const first = { capture: true, passive: false };
  window.addEventListener('keydown', refuseKey, first);
  for (const kind of ['contextmenu', 'dragstart'] as const) window.addEventListener(kind, refuse, first);
  for (const kind of ['dragenter', 'dragover', 'drop'] as const)
    window.addEventListener(kind, refuseDrop, first);
  for (const kind of ['mousedown', 'mouseup', 'auxclick'] as const)
    window.addEventListener(kind, refuseOtherButtons, first);
  window.addEventListener('click', refuseModified, first);
  window.addEventListener('wheel', refuseZoom, first);
  window.navigation.addEventListener('navigate', stay);
}
