// Who stands in front of the kiosk in demonstrations and tests. All invented: the identity numbers are made up to fit
// their check digits and belong to nobody.

/** Whoever applies; records are kept about this one. */
export const applicant = { name: '杨雨禾', residentId: '520102199003070014', mobile: '13800138000' };
export const partner = { name: '罗清源', residentId: '520103198802291237', mobile: '15985012345' };
/** Moved here from another province. The number is the standard's own example. */
export const newcomer = { name: '吴听澜', residentId: '11010519491231002X', mobile: '18185123456' };
export const supervisor = { name: '韦一舟', residentId: '520115197811056782', mobile: '17012345678' };

export type Someone = typeof applicant;

/** What the records of the demonstration say about the applicant: see records/. */
export const premises = {
  address: { area: '520103019', detail: '蔡家街 26 号 1 层 3 号' },
  held: 'owned',
  use: 'business',
};
export const household = { area: '520103019', detail: '蔡家街 26 号 3 单元 5 层 2 号' };
