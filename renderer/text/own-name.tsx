/**
 * The name of somebody, as it is written: Chinese on a page in any language, so that it is said and shown as Chinese.
 * Who has no Chinese name is read in the language of the page.
 */
export function OwnName({ children }: { children: string }) {
  return /\p{Script=Han}/u.test(children) ? <span lang="zh-CN">{children}</span> : children;
}
