// What the companies of demonstrations and tests have in common.
import type { JsonObject } from '../../domain/procedure/pointer.ts';

/** Software, and the services that go with it. */
export const SCOPE = ['g-i01', 'g-m01'];

/** To the applicant, at the company's domicile. */
export const DELIVERY: JsonObject = {
  way: 'courier',
  receiver: 'applicant',
  where: 'domicile',
  signedBy: 'self',
};

/** An everyday name, whole and in its parts. */
export function companyName(tradeName: string): JsonObject {
  return {
    division: '贵阳',
    tradeName,
    industry: '信息科技',
    form: '有限公司',
    order: 'division-first',
    full: `贵阳${tradeName}信息科技有限公司`,
  };
}
