/** Made by scripts/pinyin/plugin.ts. */
declare module 'virtual:pinyin-table' {
  const table: string;
  export default table;
}
