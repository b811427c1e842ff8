import { message } from '../message.ts';

export const LENGTH = message(
  'resident-id/length',
  '身份证号码应当是18位，请数一数是不是多了或少了。',
  'An identity number has 18 characters: please count whether one is missing or too many.',
);
export const CHARACTERS = message(
  'resident-id/characters',
  '身份证号码前17位是数字，最后一位是数字或X，请改掉别的字母和符号（注意数字0和1不要打成字母）。',
  'An identity number is 17 digits and then a digit or X: replace other letters and signs (take care that 0 and 1 are digits).',
);
export const FIFTEEN_DIGITS = message(
  'resident-id/fifteen-digits',
  '这是15位的老号码，已经停用，请填现在身份证上的18位号码。',
  'This is an old 15-digit number, no longer in use: give the 18 characters on the present card.',
);
export const NOT_FIFTEEN_DIGITS = message(
  'resident-id/not-fifteen-digits',
  '老身份证号码应当是15位数字，请再核对一遍。',
  'An old identity number is 15 digits: please check it again.',
);
export const NO_SUCH_PROVINCE = message(
  'resident-id/area',
  '身份证号码开头两位不是任何省份的代码，请核对前6位。',
  'The number begins with the code of no province: please check the first six digits.',
);
export const AREA_UNKNOWN = message(
  'resident-id/area-unknown',
  '没有查到身份证号码前6位对应的地区，请核对；没有错就继续。',
  'The place of the first six digits is not in our list: check them, and go on if they are right.',
);
export const NO_SUCH_DAY = message(
  'resident-id/date',
  '身份证号码里的出生日期不存在，请核对第7到14位。',
  'The date of birth in the number does not exist: please check the digits 7 to 14.',
);
export const IN_THE_FUTURE = message(
  'resident-id/future',
  '身份证号码里的出生日期还没有到，请核对第7到14位。',
  'The date of birth in the number is in the future: please check the digits 7 to 14.',
);
export const VERY_OLD = message(
  'resident-id/very-old',
  '按身份证号码算年龄超过130岁，请核对第7到14位；没有错就继续。',
  'By the number the person is over 130 years old: check the digits 7 to 14, and go on if they are right.',
);
export const CHECK_DIGIT = message(
  'resident-id/check-digit',
  '身份证号码第18位对不上，请对着身份证再核对一遍。',
  'The last character does not fit the number: please compare it with the card once more.',
);
export const SEQUENCE_ZERO = message(
  'resident-id/sequence-zero',
  '身份证号码第15到17位是000，很少见，请核对；没有错就继续。',
  'The digits 15 to 17 are 000, which is rare: check them, and go on if they are right.',
);
