// Invented people. Their identity numbers are the standards' own examples and numbers made up for tests: nobody's.
import type { Person } from '../../domain/procedure/kinds/kind.ts';

function person(name: string, residentId: string, mobile: string): Person & { [key: string]: string } {
  return { name, residentId, mobile };
}

export const yang = person('杨雨禾', '520102199003070014', '13800138000');
export const luo = person('罗清源', '520103198802291237', '15985012345');
export const wei = person('韦一舟', '520115197811056782', '17012345678');
export const long = person('龙安然', '360426199101010071', '16612345678');
export const shi = person('石映山', '52011419900307001X', '19208510001');
export const meng = person('蒙知秋', '522525197811056789', '13985112345');
export const wu = person('吴听澜', '11010519491231002X', '18185123456');
/** A name with the middle dot, a number of the layout that foreign permanent residents have. */
export const aisha = person('阿依莎·买买提', '911156199003070017', '15085123456');

/** Minors. Their numbers are of an area and a sequence that are given to nobody. */
export const child = person('小明', '520101201503070006', '13800138001');
export const youth = person('小华', '52010120100307000X', '13800138002');

/** The same people with rare characters, two of them outside the first plane: 𬭎 is one character, not two. */
export const rare = {
  yang: { ...yang, name: '欧阳𬭎㛃' },
  luo: { ...luo, name: '玥喆䶮' },
  wei: { ...wei, name: '翀𬭎' },
  long: { ...long, name: '㛃翀·玥喆' },
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The `index`-th of any number of people born in 1880, as the person of the standard's example was: none is alive. */
export function centenarian(index: number): Person & { [key: string]: string } {
  const month = String((index % 12) + 1).padStart(2, '0');
  const day = String((Math.floor(index / 12) % 28) + 1).padStart(2, '0');
  const seventeen = `4405241880${month}${day}${String(101 + Math.floor(index / 336)).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(seventeen[place]), 0);
  const check = '10X98765432'.charAt(sum % 11);
  const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
  const name = `${surnames[index % surnames.length]}${'甲乙丙丁戊己庚辛壬癸'.charAt(Math.floor(index / surnames.length) % 10)}`;
  return person(name, seventeen + check, `138${String(index).padStart(8, '0')}`);
}
