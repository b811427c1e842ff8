// The identity step with a simulated reader and records that are lent, and what the card does to the pages after it.
import { setImmediate } from 'node:timers/promises';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import type { View } from '../../domain/contract/views.ts';
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import { expiredCard, luosCard, yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED, takeCard } from '../builders/laid-card.ts';
import type { City } from '../city.ts';
import { ask } from '../fill-in.ts';
import { llc } from '../llc.ts';
import type { Scene, StageOptions } from '../stage.ts';

const { procedure } = await llc();
const needs: StageOptions = { records: DEMO_RECORDS, config: { cardReader: SIMULATED } };

const begin = ({ send }: City) => ask(send, 'beginApplication', { procedure: procedure.id });

async function atReader(city: City, consent: boolean): Promise<View> {
  const { page } = await begin(city);
  return ask(city.send, 'readIdentity', { page, consent });
}

/** The next such view that the kiosk tells unasked, after what brings it about. */
async function told(
  city: City,
  holds: (view: View) => boolean,
  bring: () => Promise<unknown>,
): Promise<View> {
  const heard = Promise.withResolvers<View>();
  const leave = city.kiosk.subscribe((event) => {
    if (event.name === 'view' && holds(event.payload)) heard.resolve(event.payload);
  });
  await bring();
  const view = await heard.promise;
  leave();
  return view;
}

async function withCard(city: City, card: IdentityCard): Promise<View> {
  await atReader(city, true);
  return told(
    city,
    ({ screen }) => screen !== 'identity',
    () => layCard(city, card),
  );
}

const scene = (name: string, enter: Scene['enter'], onScreen?: Scene['onScreen']): Scene => ({
  name: `identity-${name}`,
  family: 'opening',
  needs,
  enter,
  ...(onScreen === undefined ? {} : { onScreen }),
});

export const identityScenes: Scene[] = [
  scene('choose', begin),
  scene('lay', async (city) => {
    await atReader(city, true);
    let view: View = await ask(city.send, 'look', null);
    const isWaiting = () => view.screen === 'identity' && view.state?.mark === 'waiting';
    for (; !isWaiting(); view = await ask(city.send, 'look', null)) await setImmediate();
    return view;
  }),
  scene('expired', async (city) => {
    await atReader(city, true);
    const isRefused = (view: View) => view.screen === 'identity' && view.problem !== null;
    return told(city, isRefused, () => layCard(city, expiredCard));
  }),
  scene('left-behind', async (city) => {
    await withCard(city, yangsCard);
    await ask(city.send, 'leave', null);
    return atReader(city, true);
  }),
  scene('offline', async (city) => {
    city.network.become('down');
    await city.kiosk.drain();
    return begin(city);
  }),
  scene('prefilled', (city) => withCard(city, yangsCard)),
  scene(
    'another-card',
    (city) => withCard(city, yangsCard),
    async (page, { city }) => {
      await layCard(city, luosCard);
      await page.locator('.over .button--strong').click();
      await page.locator('.over').waitFor({ state: 'detached' });
      await page.locator('.hold').first().waitFor();
    },
  ),
  scene(
    'card-taken',
    (city) => withCard(city, yangsCard),
    async (page, { city }) => {
      await takeCard(city);
      await page.locator('.over').waitFor();
    },
  ),
];
