export { sourceText } from '../../../domain/records/source-text.ts';
