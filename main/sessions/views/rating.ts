import type { Text } from '../../../domain/contract/text.ts';
import type { LevelView, View } from '../../../domain/contract/views.ts';
import { optionsFor, WORDS_MAX, type RatingCatalogue } from '../../../domain/rating/catalogue.ts';
import type { RatingScreen, Session } from '../session.ts';
import { headOf, type ViewContext } from './context.ts';

export function ratingView(
  session: Session,
  context: ViewContext,
  { about, back, problem, isGiven }: RatingScreen,
  catalogue: RatingCatalogue,
): View {
  return {
    screen: 'rating',
    ...headOf(session, context),
    matter: about.matter,
    asks: asksOf(catalogue, about.stage),
    levels: catalogue.levels.map((level) => levelView(catalogue, level)),
    longest: WORDS_MAX,
    problem,
    isGiven,
    leadsBack: back !== null,
  };
}

function asksOf({ stages, title }: RatingCatalogue, stage: string): Text {
  return stages.find(({ id }) => id === stage)?.asks ?? title;
}

function levelView(
  catalogue: RatingCatalogue,
  { level, title, asks }: RatingCatalogue['levels'][number],
): LevelView {
  const options = optionsFor(catalogue, level);
  const dimensions = catalogue.dimensions.map((dimension) => ({
    title: dimension.title,
    options: options
      .filter((option) => option.dimension === dimension.id)
      .map(({ id, text }) => ({ id, text })),
  }));
  return { level, title, asks, dimensions: dimensions.filter((dimension) => dimension.options.length > 0) };
}
