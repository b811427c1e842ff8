// The names of the departments that procedures give tasks to.
import { same, text, type Text } from '../contract/text.ts';

const NAMES: Readonly<Record<string, Text>> = {
  'market-regulation': text('市场监管局', 'Market Regulation Bureau'),
  'public-security': text('公安局', 'Public Security Bureau'),
  tax: text('税务局', 'Tax Bureau'),
  'human-resources': text('人力资源和社会保障局', 'Human Resources and Social Security Bureau'),
  'medical-insurance': text('医疗保障局', 'Healthcare Security Bureau'),
  'housing-fund': text('住房公积金中心', 'Housing Provident Fund Center'),
  'service-center': text('政务服务中心', 'Government Service Center'),
};

/** What a department is called; its id where the list does not know it. */
export function departmentName(id: string): Text {
  return Object.hasOwn(NAMES, id) ? (NAMES[id] ?? same(id)) : same(id);
}
