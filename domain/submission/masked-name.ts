/** '王小明' → '王**': enough to find one's own receipt in a pile, not enough to tell who it is. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return `${first}${'*'.repeat(Math.min(rest.length, 3))}`;
}
