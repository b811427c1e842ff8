// How far an application is, by its receipt number.
import { refusalText } from '../../../domain/contract/refusals.ts';
import type { Handlers } from '../../dispatch.ts';
import { unlessPersonal, type Desk } from '../desk.ts';
import type { ProgressDesk } from '../progress.ts';
import { showing, type Session } from '../session.ts';

const NUMBER_CHARACTERS = 200;

export function progressPresses(
  desk: Desk,
  progress: ProgressDesk,
): Pick<Handlers, 'askProgress' | 'findProgress'> {
  async function find(typed: string): Promise<Session> {
    const session = desk.session();
    if (session.screen.at !== 'ask-progress') return session;
    const found = await progress.find(typed);
    if (found.ok) return showing(session, { at: 'progress', progress: found.value });
    const number = typed.slice(0, NUMBER_CHARACTERS);
    return { ...session, screen: { at: 'ask-progress', number, problem: refusalText(found.error) } };
  }

  return {
    askProgress: () =>
      desk.open(() =>
        unlessPersonal(desk.session(), () =>
          showing(desk.session(), { at: 'ask-progress', number: '', problem: null }),
        ),
      ),
    findProgress: ({ page, number }) => desk.press(page, () => find(number)),
  };
}
