// Plays one slice of a run and says what came of it as JSON.
import { playSlice, type Slice } from './faults.ts';
import { openTown } from './town.ts';

const slice = JSON.parse(process.argv[2] ?? '') as Slice;
const town = await openTown();
try {
  console.log(JSON.stringify(await playSlice(town, slice)));
} finally {
  await town.stop();
}
