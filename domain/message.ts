import type { Text } from './contract/text.ts';

/** What is wrong with an answer, or doubtful about it: a stable code for machines, a sentence for people. */
export interface Message {
  code: string;
  text: Text;
}

export function message(code: string, zh: string, en: string): Message {
  return { code, text: { 'zh-CN': zh, en } };
}
