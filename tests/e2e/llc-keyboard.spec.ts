// Somebody who has only a keyboard registers a company while the network is down.
import { expect, test } from 'playwright/test';
import { join } from 'node:path';
import { begin, confirm, goOnTo, type Errand } from '../../scripts/citizen/citizen.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { keyboardHand } from '../../scripts/citizen/keyboard-hand.ts';
import { texts } from '../../renderer/text/texts.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { yang } from '../builders/people.ts';
import { llc } from '../llc.ts';
import { openStage, type Stage } from '../stage.ts';
import { complaintsOf } from './watch.ts';

let stage: Stage;

test.beforeEach(async () => {
  stage = await openStage();
});
test.afterEach(() => stage.close());

test('registers a company with the keyboard alone, without a network, and the platform has it afterwards', async ({
  page,
}) => {
  const { city, http } = stage;
  const complaints = await complaintsOf(page);
  const answers = llcAnswers();
  const errand: Errand = { page, hand: keyboardHand(page), locale: 'zh-CN', prepared: await llc(), answers };
  city.network.become('down');
  await page.goto(http.launchUrl());
  await expect(page.getByRole('button', { name: texts.start['zh-CN'] })).toBeVisible();
  await expect(page.locator('.link-state')).toHaveText(texts.offline['zh-CN']);

  await begin(errand);
  await goOnTo(errand, 'confirm');
  const number = await confirm(errand, yang.name);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.heldTitle['zh-CN']);
  expect(await city.platform.caseNumbers()).toEqual([]);

  city.network.become('fine');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.arrivedTitle['zh-CN']);
  expect(await city.platform.caseNumbers()).toEqual([number]);
  const held = await heldBy(join(city.folder, 'platform'));
  expect(held.map(({ application }) => application.answers)).toEqual([answers]);
  expect(complaints).toEqual([]);
});
