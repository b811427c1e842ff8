// Patterns come with procedures, and a pattern can be written so that a short text keeps a machine busy for years. They
// are therefore kept to a subset that cannot: whatever is repeated is a single character, or a group of fixed length.
const LONGEST = 200;
/** Two open-ended repetitions cost at most the square of an answer's length; three its cube. */
const MOST_REPETITIONS = 2;

const TOKEN = /\\[1-9]|\\k|\\.|\[(?:\\.|[^\]\\])*\]|\(\?.|[()|]|[*+?]\??|\{\d*(?:,\d*)?\}\??|./gu;

/** What is wrong with a pattern, in English; null: it runs in good time whatever it is tried on. */
export function patternFault(pattern: string): string | null {
  if (pattern.length > LONGEST) return `longer than ${LONGEST} characters`;
  const open: Group[] = [{ isFixed: true }];
  let last: Group = { isFixed: true };
  let repetitions = 0;
  for (const [token] of pattern.matchAll(TOKEN)) {
    const here = open.at(-1) ?? { isFixed: true };
    if (/^\\[1-9k]/.test(token)) return 'back-references are not allowed';
    if (token.startsWith('(?') && token !== '(?:') return 'look-around and flags are not allowed';
    if (token.startsWith('(')) open.push({ isFixed: true });
    else if (token === ')') last = closed(open);
    else if (token === '|') here.isFixed = false;
    else if (isRepetition(token)) {
      if (!last.isFixed) return 'a repeated group holds a repetition or alternatives';
      if (isVariable(token)) here.isFixed = false;
      if (isOpenEnded(token)) repetitions += 1;
      last = here;
    } else last = { isFixed: true };
  }
  return repetitions > MOST_REPETITIONS ? `more than ${MOST_REPETITIONS} open-ended repetitions` : null;
}

interface Group {
  /** Matches texts of one length only, in one way only. */
  isFixed: boolean;
}

/** The group that ends here. What is open in it is open in the group around it. */
function closed(open: Group[]): Group {
  const group = open.pop() ?? { isFixed: true };
  const around = open.at(-1);
  if (around !== undefined && !group.isFixed) around.isFixed = false;
  return group;
}

function isRepetition(token: string): boolean {
  return /^[*+?]\??$|^\{\d/.test(token);
}

function isVariable(token: string): boolean {
  return !/^\{\d+\}$/.test(token);
}

/** '?' tries two ways and '{2}' one; '*', '+' and '{0,20}' try many. */
function isOpenEnded(token: string): boolean {
  return isVariable(token) && !token.startsWith('?');
}
