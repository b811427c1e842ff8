// How an address is answered on the screen: row by row down to the area, then the rest of it typed.
import type { Locator } from 'playwright';
import { isAddress } from '../../domain/procedure/kinds/address.ts';
import { texts } from '../../renderer/text/texts.ts';
import { said } from '../../ui/said.ts';
import type { Asked } from './answer-question.ts';

/** What stands above an area, and its own name, from the largest to the smallest. */
function pathTo({ prepared, question, locale }: Asked, area: string): string[] {
  const option = prepared.optionsOf(question).find(({ value }) => value === area);
  if (option === undefined) throw new Error(`${question.at} has no area ${area}`);
  return [option.region, option.group, option.label].flatMap((words) =>
    words === undefined ? [] : said(words, locale),
  );
}

function row({ part }: Asked, name: string): Locator {
  return part.locator('.areas').getByRole('button', { name, exact: true }).first();
}

/** Levels of which there is one only are not offered. */
async function chooseArea(asked: Asked, area: string): Promise<void> {
  for (const name of pathTo(asked, area))
    if ((await row(asked, name).count()) > 0) await asked.hand.press(row(asked, name));
}

export async function answerAddress(asked: Asked): Promise<void> {
  const { hand, part, value, locale } = asked;
  if (!isAddress(value)) throw new Error(`${asked.question.at} wants an address`);
  const chosen = part.locator('.chosen-area');
  const isChosen = (await chosen.count()) > 0;
  const shown = isChosen ? await chosen.innerText() : '';
  const isRight =
    isChosen &&
    pathTo(asked, value.area)
      .slice(-2)
      .every((name) => shown.includes(name));
  if (isChosen && !isRight) await hand.press(chosen.getByRole('button'));
  if (!isRight) await chooseArea(asked, value.area);
  const detail = part.getByRole('textbox', { name: said(texts.addressDetail, locale), exact: true });
  if ((await detail.inputValue()) !== value.detail) await hand.type(detail, value.detail);
}
